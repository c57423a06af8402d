package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.AccessToken;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * All that is known at one moment. The one reference to it is what threads share: who replaces it
 * by one compare-and-set stores an outcome and frees the slot in the same step.
 *
 * @param current the token, null if there never was one
 * @param cooldown the failures since the last token, null if there are none
 * @param flight the slot: the token request under way, null if there is none
 * @param abandoned the last one that was not over at its deadline, null if there is none
 * @param unusableAt when the settings were last found unusable, null if they were usable since
 * @param closed whether there are no more token requests
 */
record State(
    @Nullable Generation current,
    @Nullable Cooldown cooldown,
    @Nullable Flight flight,
    @Nullable Flight abandoned,
    @Nullable Long unusableAt,
    boolean closed) {
  static final State EMPTY = new State(null, null, null, null, null, false);

  /** Gives the state with the slot taken; that settings are read now is noted in a cooldown. */
  State takenBy(Flight next) {
    Cooldown noted =
        cooldown != null && next.look != null ? cooldown.withLookAt(next.startedAt) : cooldown;
    return new State(current, noted, next, null, unusableAt, closed);
  }

  State withToken(Generation next) {
    return new State(next, null, null, null, null, closed);
  }

  State afterFailure(Cooldown next) {
    return new State(current, next, null, abandoned, null, closed);
  }

  State afterDeadline(Cooldown next, Flight late) {
    return new State(current, next, null, late, null, closed);
  }

  State afterUnusableSettings(long now) {
    return new State(current, cooldown, null, abandoned, now, closed);
  }

  /** Gives the state after a flight that found the settings that failed, and sent nothing. */
  State afterLook() {
    return new State(current, cooldown, null, abandoned, null, closed);
  }

  State ended() {
    return new State(current, null, null, null, null, true);
  }

  boolean isCurrent(AccessToken token) {
    return current != null && current.isOf(token);
  }

  /**
   * Gives what the cache has for a caller, as of now; a refusal within a replacement's span is
   * noted for its successor.
   *
   * @param refused the token that will not do, null if any will
   * @return the refused one itself if it is a replacement within its span; null if there is none
   */
  @Nullable AccessToken answer(@Nullable AccessToken refused, long now) {
    if (current == null || RefreshPolicy.freshness(current, now) == Freshness.EXPIRED) {
      return null;
    }
    if (refused == null || !current.isOf(refused)) {
      return current.token;
    }
    if (!RefreshPolicy.isWithinSpan(current, now)) {
      return null;
    }
    current.refuseWithinSpan();
    return refused;
  }

  /** Gives the span of the token that a flight brings: none but that of a replacement. */
  Duration spanAfter(Flight flight) {
    return current != null && flight.wasToldOf(current.token)
        ? current.successorsSpan()
        : Duration.ZERO;
  }

  /** Gives the cooldown in which nothing is sent now; null if there is none, or it is over. */
  @Nullable Cooldown holdingCooldown(long now) {
    return cooldown != null && RefreshPolicy.isCoolingDown(cooldown, now) ? cooldown : null;
  }

  /**
   * Says whether a flight may look at the settings, or send, for somebody who waits. If not, there
   * is a cooldown to tell of, if perhaps one that is over.
   */
  boolean mayStart(long now) {
    Cooldown holding = holdingCooldown(now);
    return !isBlocked() && (holding == null || RefreshPolicy.isLookDue(holding.lookedAt(), now));
  }

  /** Says the same of a flight for which nobody waits: no call need find settings unusable anew. */
  boolean mayRenew(long now) {
    return mayStart(now) && (unusableAt == null || RefreshPolicy.isLookDue(unusableAt, now));
  }

  /** Says whether a thread that was given up still lives: beside it no other one is started. */
  private boolean isBlocked() {
    return abandoned != null && abandoned.hasThread();
  }
}
