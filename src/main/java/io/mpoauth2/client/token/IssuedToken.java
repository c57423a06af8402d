package io.mpoauth2.client.token;

import java.time.Duration;

/** A token as a {@link TokenSource} hands it over, with what the cache must know to keep it. */
public final class IssuedToken {
  /** The token. */
  public final AccessToken token;

  /** How long it lives, counted from before it was asked for. */
  public final Duration lifetime;

  /** How long before its end it is no longer used. */
  public final Duration expiryMargin;

  /** How long before its end it is renewed in the background. */
  public final Duration refreshMargin;

  /**
   * Puts them together.
   *
   * @param token the token
   * @param lifetime how long it lives, counted from before it was asked for
   * @param expiryMargin how long before its end it is no longer used
   * @param refreshMargin how long before its end it is renewed in the background
   */
  public IssuedToken(
      AccessToken token, Duration lifetime, Duration expiryMargin, Duration refreshMargin) {
    this.token = token;
    this.lifetime = lifetime;
    this.expiryMargin = expiryMargin;
    this.refreshMargin = refreshMargin;
  }
}
