package io.mpoauth2.client.endpoint.transport;

import io.mpoauth2.client.token.Origin;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One request, to be sent once.
 *
 * @param uri where to; ASCII alone
 * @param headers with one value each
 * @param body ASCII alone
 * @param route by what way
 * @param connectTimeout how long connecting may take, a tunnel and a handshake included
 * @param timeLeft how long all of it may take
 */
public record HttpPost(
    URI uri,
    Map<String, String> headers,
    String body,
    Route route,
    Duration connectTimeout,
    Duration timeLeft) {

  /** Shows nothing that may be a credential. */
  @Override
  public String toString() {
    return "HttpPost[" + Origin.of(uri) + "]";
  }
}
