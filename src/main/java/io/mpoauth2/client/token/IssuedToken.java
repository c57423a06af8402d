package io.mpoauth2.client.token;

import java.time.Duration;
import java.util.Objects;

/**
 * A token as a {@link TokenSource} hands it over, with what the cache must know to keep it.
 *
 * @param token the token
 * @param lifetime how long it lives, counted from before it was asked for
 * @param expiryMargin how long before its end it is no longer used
 * @param refreshMargin how long before its end it is renewed in the background
 */
public record IssuedToken(
    AccessToken token, Duration lifetime, Duration expiryMargin, Duration refreshMargin) {

  /**
   * Puts them together.
   *
   * @param token the token
   * @param lifetime how long it lives, counted from before it was asked for
   * @param expiryMargin how long before its end it is no longer used
   * @param refreshMargin how long before its end it is renewed in the background
   * @throws NullPointerException if one of them is null
   */
  public IssuedToken {
    Objects.requireNonNull(token);
    Objects.requireNonNull(lifetime);
    Objects.requireNonNull(expiryMargin);
    Objects.requireNonNull(refreshMargin);
  }
}
