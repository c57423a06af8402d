package io.mpoauth2.client.token;

import java.time.Duration;

/**
 * A token in the cache with its ends on the monotonic clock. Intervals are half-open: at {@code
 * staleAt} it is stale, at {@code expiredAt} expired.
 */
final class CachedToken {
  final AccessToken token;
  private final long staleAt;
  private final long expiredAt;
  private final long storedAt;

  /** How long a replacement is protected from being replaced; zero for any other token. */
  private final Duration span;

  /** Set by any thread, only ever to true; it decides the span of the successor. */
  private volatile boolean refusedWithinSpan;

  CachedToken(AccessToken token, long staleAt, long expiredAt, long storedAt, Duration span) {
    this.token = token;
    this.staleAt = staleAt;
    this.expiredAt = expiredAt;
    this.storedAt = storedAt;
    this.span = span;
  }

  /** Says whether nobody needs to see to it yet. */
  boolean isFresh(long now) {
    // Differences, because System.nanoTime() may overflow between two readings.
    return now - staleAt < 0;
  }

  /** Says whether it may be sent; it never is fresh for longer. */
  boolean isUsable(long now) {
    return now - expiredAt < 0;
  }

  boolean isWithinSpan(long now) {
    return now - storedAt < span.toNanos();
  }

  void refusedWithinSpan() {
    refusedWithinSpan = true;
  }

  Duration successorsSpan() {
    return RefreshPolicy.spanAfter(span, refusedWithinSpan);
  }
}
