package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.IssuedToken;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * The decisions about time, without a clock: everything comes in, nothing is kept. Thread-safe if
 * its source of randomness is. Intervals are half-open, and compared by differences, because {@link
 * System#nanoTime()} may overflow between two readings.
 */
public final class RefreshPolicy {
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration SHORT_OUTAGE = Duration.ofSeconds(30);

  private static final Duration LONGEST_TIMEOUT = Duration.ofDays(3650);

  /** A fifth of the refresh margin is enough to spread a fleet and leaves most of it as margin. */
  private static final double RENEWAL_JITTER = 0.2;

  private final DoubleSupplier random;

  /**
   * Drawn once: instances that drew different numbers drift apart at a steady pace. Drawn at each
   * renewal, the sum of many would pile up in the middle.
   */
  private final double renewalJitter;

  /**
   * Makes a policy, of which an application needs one.
   *
   * @param random gives numbers from 0 (inclusive) to 1 (exclusive)
   */
  public RefreshPolicy(DoubleSupplier random) {
    this.random = random;
    this.renewalJitter = RENEWAL_JITTER * random.getAsDouble();
  }

  static Freshness freshness(Generation cached, long now) {
    if (now - cached.staleAt < 0) {
      return Freshness.FRESH;
    }
    return now - cached.expiredAt < 0 ? Freshness.STALE : Freshness.EXPIRED;
  }

  static boolean isWithinSpan(Generation cached, long now) {
    return now - cached.storedAt < cached.span.toNanos();
  }

  static boolean isCoolingDown(Cooldown cooldown, long now) {
    return now - cooldown.until() < 0;
  }

  /** Gives how long nothing is sent, zero if that is over. */
  static Duration left(Cooldown cooldown, long now) {
    return max(Duration.ofNanos(cooldown.until() - now), Duration.ZERO);
  }

  /** Gives a source's time-out, or ten years if that is less: sums of it must not overflow. */
  static Duration bounded(Duration timeout) {
    return min(timeout, LONGEST_TIMEOUT);
  }

  /** Says whether settings that failed may be read again. */
  static boolean isLookDue(long lookedAt, long now) {
    return now - lookedAt >= SHORTEST_PAUSE.toNanos();
  }

  /** Gives the token in the cache from an answer to what was sent then. */
  Generation generation(IssuedToken issued, long sentAt, long now, Duration span) {
    return new Generation(
        issued.token(),
        sentAt + freshFor(issued).toNanos(),
        sentAt + usableFor(issued).toNanos(),
        now,
        span);
  }

  /**
   * Gives how long a token is used. The margin is at most a tenth of the lifetime: a margin longer
   * than the lifetime would mean a token request per call.
   */
  Duration usableFor(IssuedToken issued) {
    return issued.lifetime().minus(min(issued.expiryMargin(), part(issued.lifetime(), 10)));
  }

  /**
   * Gives how long a token is used without having it renewed, never longer than it is used. The
   * margin is at most half of the lifetime, and a part of it, another one in each instance, is left
   * out, so that instances that started together do not renew together.
   */
  Duration freshFor(IssuedToken issued) {
    Duration margin = min(issued.refreshMargin(), part(issued.lifetime(), 2));
    Duration jittered = scaled(margin, 1 - renewalJitter);
    return min(issued.lifetime().minus(jittered), usableFor(issued));
  }

  /**
   * Gives the span of a replacement whose predecessor had {@code span}, zero if it had none. It has
   * the bounds of a pause, for the same reason: who gives nothing better is not asked at each call.
   */
  static Duration spanAfter(Duration span, boolean refusedWithinSpan) {
    return refusedWithinSpan ? min(span.multipliedBy(2), LONGEST_PAUSE) : SHORTEST_PAUSE;
  }

  /**
   * Gives the pause before jitter. It stays at a second while the outage is young, because most
   * outages are restarts; then it doubles. It never overflows, because it is derived from the last
   * pause and not from the number of failures.
   */
  Duration pauseAfter(Duration sinceFirstFailure, Duration lastPause) {
    return sinceFirstFailure.compareTo(SHORT_OUTAGE) < 0
        ? SHORTEST_PAUSE
        : min(lastPause.multipliedBy(2), LONGEST_PAUSE);
  }

  /**
   * Gives the time until the next attempt: the pause and up to half of it, or what the server asked
   * for (RFC 9110, section 10.2.3) if that is longer.
   */
  Duration untilNextAttempt(Duration pause, Duration retryAfter) {
    Duration jittered = scaled(pause, 1 + random.getAsDouble() / 2);
    return min(max(jittered, retryAfter), LONGEST_PAUSE);
  }

  private static Duration part(Duration duration, int divisor) {
    return Duration.ofNanos(duration.toNanos() / divisor);
  }

  private static Duration scaled(Duration duration, double factor) {
    return Duration.ofNanos((long) (duration.toNanos() * factor));
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
