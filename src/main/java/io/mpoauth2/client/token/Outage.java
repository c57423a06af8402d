package io.mpoauth2.client.token;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Token requests failing in a row: the last reason, and when the next one may be sent. */
final class Outage {
  private static final long LOOK_INTERVAL = Duration.ofSeconds(1).toNanos();

  private final @Nullable TokenException reason;
  private final TokenSource.@Nullable Exchange exchange;
  private final int failures;
  private final long since;
  private final Duration pause;
  private final long until;
  private final Instant nextAttempt;

  /** When the settings were last read; any thread moves it on. */
  private final AtomicLong lookedAt;

  /**
   * Makes the outage after one more failure.
   *
   * @param before the outage so far, null if this failure begins one
   * @param reason why the request failed, null if it was not sent because the settings are unusable
   * @param exchange the request that failed, null as above
   */
  Outage(
      @Nullable Outage before,
      @Nullable TokenException reason,
      TokenSource.@Nullable Exchange exchange,
      RefreshPolicy policy,
      long now,
      Instant wallNow) {
    this.reason = reason;
    this.exchange = exchange;
    // The larger of both, because the sum may overflow.
    this.failures = before == null ? 1 : Math.max(before.failures, before.failures + 1);
    this.since = before == null ? now : before.since;
    this.pause =
        policy.pauseAfter(
            Duration.ofNanos(now - since), before == null ? Duration.ZERO : before.pause);
    Duration asked = reason == null ? Duration.ZERO : reason.retryAfter().orElse(Duration.ZERO);
    Duration cooldown = policy.cooldown(pause, asked);
    this.until = now + cooldown.toNanos();
    this.nextAttempt = wallNow.plus(cooldown);
    this.lookedAt = new AtomicLong(now);
  }

  /** Gives what a log line about it is about: equal for the same outage and kind of reason. */
  String topic() {
    return since + (reason == null ? " settings" : "");
  }

  int failures() {
    return failures;
  }

  Instant nextAttempt() {
    return nextAttempt;
  }

  boolean isCoolingDown(long now) {
    return now - until < 0;
  }

  boolean isLookDue(long now) {
    return now - lookedAt.get() >= LOOK_INTERVAL;
  }

  /**
   * Gives the request to send in spite of the cooldown, if there is one.
   *
   * @return what the settings ask for now; null if it is what failed, or was looked at within the
   *     last second
   */
  TokenSource.@Nullable Exchange changed(TokenSource source, long now) {
    if (reason == null) {
      // Nothing was asked of anybody: reading the settings again tells the caller what is wrong.
      return source.prepare();
    }
    long looked = lookedAt.get();
    if (now - looked < LOOK_INTERVAL || !lookedAt.compareAndSet(looked, now)) {
      return null;
    }
    TokenSource.Exchange next = source.prepare();
    return next.equals(exchange) ? null : next;
  }

  TokenException refusal() {
    if (reason == null) {
      throw new IllegalStateException("unusable settings are told by reading them again");
    }
    return reason.duringCooldown(failures, nextAttempt);
  }
}
