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

  /** Why it is sent for the second time; null if it is not. */
  private final @Nullable Rejection rejection;

  private boolean answered;

  private SentToken(
      ClientBinding binding, AccessToken token, Replay replay, @Nullable Rejection rejection) {
    this.binding = binding;
    this.token = token;
    this.authorization = binding.authorization(token);
    this.replay = replay;
    this.rejection = rejection;
  }

  /**
   * Of a request that is sent for the first time.
   *
   * @param binding what the token is sent for
   * @param replay how it is sent again
   */
  SentToken(ClientBinding binding, AccessToken token, Replay replay) {
    this(binding, token, replay, null);
  }

  /** Gives what the same request carries when it is sent for the second time. */
  SentToken followedBy(AccessToken other, Rejection why) {
    return new SentToken(binding, other, replay, why);
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

  /** Gives the refusal of another token because of which this one was sent; null if none was. */
  @Nullable Rejection rejection() {
    return rejection;
  }
}
