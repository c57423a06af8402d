package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.jaxrs.runtime.ClientRuntime;
import io.mpoauth2.client.jaxrs.runtime.Replay;
import io.mpoauth2.client.token.AccessToken;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** The token that a request carries because we added it; stands in a property of the request. */
final class SentToken {
  static final String PROPERTY = "io.mpoauth2.client.sent-token";

  private final ClientBinding binding;
  private final AccessToken token;
  private final String authorization;
  private final Replay replay;
  private final boolean second;
  private boolean answered;

  private SentToken(ClientBinding binding, AccessToken token, Replay replay, boolean second) {
    this.binding = binding;
    this.token = token;
    this.authorization = binding.authorization(token);
    this.replay = replay;
    this.second = second;
  }

  /**
   * Of a request that is sent for the first time.
   *
   * @param binding what the token is sent for
   * @param replay how it is sent again
   */
  SentToken(ClientBinding binding, AccessToken token, Replay replay) {
    this(binding, token, replay, false);
  }

  /** Gives what the same request carries when it is sent for the second time. */
  SentToken followedBy(AccessToken other) {
    return new SentToken(binding, other, replay, true);
  }

  /** Gives the token that we added; null if the header is the caller's or another filter's. */
  static @Nullable SentToken in(ClientRequestContext request) {
    return request.getProperty(PROPERTY) instanceof SentToken sent
            && sent.authorization.equals(request.getHeaderString(HttpHeaders.AUTHORIZATION))
        ? sent
        : null;
  }

  void addTo(ClientRequestContext request, ClientRuntime runtime) {
    runtime.authorize(request, authorization);
    request.setProperty(PROPERTY, this);
  }

  /** Says whether nobody has seen to the answer: a filter that is registered twice acts once. */
  boolean isAnsweredNow() {
    boolean before = answered;
    answered = true;
    return !before;
  }

  ClientBinding binding() {
    return binding;
  }

  AccessToken token() {
    return token;
  }

  Replay replay() {
    return replay;
  }

  /** Says whether it was sent because another token had been refused. */
  boolean isSecond() {
    return second;
  }
}
