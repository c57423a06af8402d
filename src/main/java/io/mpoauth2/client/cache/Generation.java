package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.AccessToken;
import java.time.Duration;

/**
 * A token in the cache with its ends on the monotonic clock, and the span of a replacement. What
 * they mean at a moment says {@link RefreshPolicy}.
 */
final class Generation {
  final AccessToken token;
  final long staleAt;
  final long expiredAt;
  final long storedAt;

  /** How long a replacement is protected from being replaced; zero for any other token. */
  final Duration span;

  /** Set by any thread, only ever to true; it decides the span of the successor. */
  private volatile boolean refusedWithinSpan;

  Generation(AccessToken token, long staleAt, long expiredAt, long storedAt, Duration span) {
    this.token = token;
    this.staleAt = staleAt;
    this.expiredAt = expiredAt;
    this.storedAt = storedAt;
    this.span = span;
  }

  boolean isOf(AccessToken other) {
    return token.value().equals(other.value());
  }

  void refuseWithinSpan() {
    refusedWithinSpan = true;
  }

  /** Gives the span of the token that replaces this one. */
  Duration successorsSpan() {
    return RefreshPolicy.spanAfter(span, refusedWithinSpan);
  }
}
