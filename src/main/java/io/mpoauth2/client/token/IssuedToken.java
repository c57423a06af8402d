package io.mpoauth2.client.token;

import java.time.Duration;
import java.util.Objects;

/**
 * A token as a {@link TokenSource} hands it over, with what the cache must know to keep it.
 * Immutable: what {@code with…} gives is another one.
 */
public final class IssuedToken {
  /** The {@link #expiryMargin()} where none is given: half a minute. */
  public static final Duration EXPIRY_MARGIN = Duration.ofSeconds(30);

  /** The {@link #refreshMargin()} where none is given: five minutes. */
  public static final Duration REFRESH_MARGIN = Duration.ofMinutes(5);

  private final AccessToken token;
  private final Duration lifetime;
  private final Duration expiryMargin;
  private final Duration refreshMargin;
  private final int status;

  private IssuedToken(
      AccessToken token,
      Duration lifetime,
      Duration expiryMargin,
      Duration refreshMargin,
      int status) {
    this.token = Objects.requireNonNull(token);
    this.lifetime = Objects.requireNonNull(lifetime);
    this.expiryMargin = Objects.requireNonNull(expiryMargin);
    this.refreshMargin = Objects.requireNonNull(refreshMargin);
    this.status = status;
  }

  /**
   * Gives a token with its lifetime and the usual margins.
   *
   * @param token the token
   * @param lifetime how long it lives, counted from before it was asked for
   * @return what is kept
   */
  public static IssuedToken of(AccessToken token, Duration lifetime) {
    return new IssuedToken(token, lifetime, EXPIRY_MARGIN, REFRESH_MARGIN, 0);
  }

  /**
   * Gives the same with another margin.
   *
   * @param margin how long before its end the token is no longer used
   * @return what is kept
   */
  public IssuedToken withExpiryMargin(Duration margin) {
    return new IssuedToken(token, lifetime, margin, refreshMargin, status);
  }

  /**
   * Gives the same with another margin.
   *
   * @param margin how long before its end the token is renewed in the background
   * @return what is kept
   */
  public IssuedToken withRefreshMargin(Duration margin) {
    return new IssuedToken(token, lifetime, expiryMargin, margin, status);
  }

  /**
   * Gives the same with what those are told who watch.
   *
   * @param answered the HTTP status of the answer that brought the token
   * @return what is kept
   */
  public IssuedToken withStatus(int answered) {
    return new IssuedToken(token, lifetime, expiryMargin, refreshMargin, answered);
  }

  /**
   * Gives the token.
   *
   * @return the token itself
   */
  public AccessToken token() {
    return token;
  }

  /**
   * Gives how long the token lives.
   *
   * @return counted from before it was asked for
   */
  public Duration lifetime() {
    return lifetime;
  }

  /**
   * Gives how long before its end the token is no longer used.
   *
   * @return cut to a tenth of the lifetime by the cache
   */
  public Duration expiryMargin() {
    return expiryMargin;
  }

  /**
   * Gives how long before its end the token is renewed in the background.
   *
   * @return cut to half of the lifetime by the cache
   */
  public Duration refreshMargin() {
    return refreshMargin;
  }

  /**
   * Gives the HTTP status of the answer that brought the token.
   *
   * @return zero if that was not told
   */
  public int status() {
    return status;
  }

  @Override
  public String toString() {
    return "IssuedToken[" + token + ", lives " + lifetime + "]";
  }
}
