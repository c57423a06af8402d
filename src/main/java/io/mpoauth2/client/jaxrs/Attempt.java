package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What the filter did to a request. Travels in a property of the request, so that "once" holds for
 * the request and not for a counter that someone makes anew.
 */
final class Attempt {
  private static final String PROPERTY = "io.mpoauth2.client.attempt";

  /** The token that was added. */
  final AccessToken token;

  /** The copy of the body that is made as it is written; null if none is wanted. */
  final @Nullable RequestBody body;

  Attempt(AccessToken token, @Nullable RequestBody body) {
    this.token = token;
    this.body = body;
  }

  static boolean isMade(ClientRequestContext request) {
    return request.getProperty(PROPERTY) != null;
  }

  /** Gives the attempt and forgets it: a filter that is registered twice acts once. */
  static @Nullable Attempt take(ClientRequestContext request) {
    Attempt made = request.getProperty(PROPERTY) instanceof Attempt attempt ? attempt : null;
    if (made != null) {
      request.removeProperty(PROPERTY);
    }
    return made;
  }

  void keepIn(ClientRequestContext request) {
    request.setProperty(PROPERTY, this);
  }

  /** Says whether our token went out, and not what a later filter put in its place. */
  boolean wasSent(ClientRequestContext request) {
    return token.authorization().equals(request.getHeaderString(HttpHeaders.AUTHORIZATION));
  }
}
