package io.mpoauth2.client.endpoint;

import java.time.Duration;

/**
 * How long tokens are kept.
 *
 * @param fallback the lifetime of a token whose answer tells none
 * @param longest beyond it a told lifetime is cut
 * @param expiryMargin how long before its end a token is no longer used
 * @param refreshMargin how long before its end a token is renewed in the background
 */
public record LifetimeSettings(
    Duration fallback, Duration longest, Duration expiryMargin, Duration refreshMargin) {

  /** For answers that mean "for ever"; short enough that no clock arithmetic overflows. */
  public static final Duration TEN_YEARS = Duration.ofDays(3650);

  /**
   * Puts them together.
   *
   * @param fallback the lifetime of a token whose answer tells none
   * @param longest beyond it a told lifetime is cut
   * @param expiryMargin how long before its end a token is no longer used
   * @param refreshMargin how long before its end a token is renewed in the background
   * @throws IllegalArgumentException if a lifetime is not positive, or a margin is negative
   */
  public LifetimeSettings {
    if (fallback.isNegative() || fallback.isZero() || longest.isNegative() || longest.isZero()) {
      throw new IllegalArgumentException("a lifetime that is not positive");
    }
    if (expiryMargin.isNegative() || refreshMargin.isNegative()) {
      throw new IllegalArgumentException("a negative margin");
    }
  }

  /**
   * Cuts a told lifetime.
   *
   * @param told by an answer
   * @return the same, or the longest one
   */
  Duration atMostLongest(Duration told) {
    return told.compareTo(longest) > 0 ? longest : told;
  }
}
