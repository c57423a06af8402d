package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenSource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Token requests failing in a row, and the pause after the last one.
 *
 * @param reason why the last one failed
 * @param exchange the request that failed, null if there was none
 * @param failures how many failed in a row
 * @param since when the first one failed
 * @param pause the pause before jitter, from which the next one is derived
 * @param until when the next one may be sent
 * @param lookedAt when the settings were last read, or a look at them began
 */
record Cooldown(
    TokenException reason,
    TokenSource.@Nullable Exchange exchange,
    int failures,
    long since,
    Duration pause,
    long until,
    long lookedAt) {

  /** Gives what follows a failure. */
  static Cooldown after(
      @Nullable Cooldown before,
      TokenException reason,
      TokenSource.@Nullable Exchange exchange,
      RefreshPolicy policy,
      long now) {
    long since = before == null ? now : before.since;
    Duration pause =
        policy.pauseAfter(
            Duration.ofNanos(now - since), before == null ? Duration.ZERO : before.pause);
    Duration length = policy.untilNextAttempt(pause, reason.retryAfter().orElse(Duration.ZERO));
    return new Cooldown(
        reason,
        exchange,
        // The larger of both, because the sum may overflow.
        before == null ? 1 : Math.max(before.failures, before.failures + 1),
        since,
        pause,
        now + length.toNanos(),
        now);
  }

  Cooldown withLookAt(long now) {
    return new Cooldown(reason, exchange, failures, since, pause, until, now);
  }

  /** Gives the failure for a caller for whom nothing is sent. */
  TokenException refusal(Clock clock) {
    return reason.duringCooldown(failures, nextAttempt(clock));
  }

  /**
   * Gives when the next one may be sent; not in the past, though a thread that was given up may be
   * in its way for longer.
   */
  Instant nextAttempt(Clock clock) {
    return clock.wallNow().plus(RefreshPolicy.left(this, clock.now()));
  }
}
