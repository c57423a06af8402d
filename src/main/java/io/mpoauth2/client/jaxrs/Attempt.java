package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What the filter did to a request. Requests without a body share one per token, and nothing is
 * kept of them: the header tells. Others, and those of Quarkus REST, have their own, in a property
 * of the request.
 */
final class Attempt {
  /** Also has the {@link Resend} that a request is, or says that there is nothing left to do. */
  static final String PROPERTY = "io.mpoauth2.client.attempt";

  /** The token that was added. */
  final AccessToken token;

  /** The header that was added, an instance that nobody else has (RFC 6750, section 2.1). */
  final String authorization;

  /** The copy of the body that is made as it is written; null if none is wanted. */
  final @Nullable RequestBody body;

  /** How it is sent again on Quarkus REST; null where it is not to be, and on other runtimes. */
  final @Nullable QuarkusRequest quarkus;

  Attempt(AccessToken token) {
    this(token, token.type() + ' ' + token.value(), null, null);
  }

  private Attempt(
      AccessToken token,
      String authorization,
      @Nullable RequestBody body,
      @Nullable QuarkusRequest quarkus) {
    this.token = token;
    this.authorization = authorization;
    this.body = body;
    this.quarkus = quarkus;
  }

  Attempt with(@Nullable RequestBody itsBody, @Nullable QuarkusRequest itsQuarkus) {
    return new Attempt(token, authorization, itsBody, itsQuarkus);
  }

  void addTo(ClientRequestContext request) {
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, authorization);
  }

  /** Says whether we added the header, and not a caller who has the same token from us. */
  @SuppressWarnings("ReferenceEquality") // Equal is what the caller's would be.
  boolean isIn(ClientRequestContext request) {
    return request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION) == authorization;
  }

  /** Notes that the answer is none of our business: not our header, or handled already. */
  static void end(ClientRequestContext request) {
    request.setProperty(PROPERTY, "ended");
  }
}
