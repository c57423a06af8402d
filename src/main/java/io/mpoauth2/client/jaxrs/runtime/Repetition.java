package io.mpoauth2.client.jaxrs.runtime;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.client.ClientRequestContext;

/**
 * What may come of a request that is made twice. A transport that follows redirects shows only the
 * last answer: where that is a 401, the request itself may have been accepted, a POST that was
 * answered 303 for example.
 */
final class Repetition {
  private Repetition() {}

  /** Says whether a request does something, so that it must not be made twice (RFC 9110, 9.2.1). */
  static boolean matters(ClientRequestContext request) {
    return switch (request.getMethod()) {
      case HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS -> false;
      default -> true;
    };
  }
}
