package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.watch.ClientWatch;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The flights of one client and scope set, of which there is one at a time: when one starts, and
 * who joins it.
 */
final class Flights implements AutoCloseable {
  private final Slot slot = new Slot();
  private final Clock clock;
  private final Executor flightThreads;
  private final StageCompletion stages;
  private final Landing landing;
  private final Deadlines deadlines;
  private final TokenFetch fetch;
  private final ClientWatch watch;

  Flights(
      TokenSource source, RefreshPolicy policy, Clock clock, Threads threads, ClientWatch watch) {
    ClientLog log = watch.log();
    this.clock = clock;
    this.flightThreads = threads.flights();
    this.stages = new StageCompletion(threads);
    this.landing = new Landing(slot, policy, clock, log);
    this.deadlines = new Deadlines(threads.timer(), clock, landing, stages);
    this.fetch = new TokenFetch(source, slot, clock, deadlines, landing, log);
    this.watch = watch.with(new TokenRequestLog(log));
  }

  Slot slot() {
    return slot;
  }

  State state() {
    return slot.state();
  }

  long now() {
    return clock.now();
  }

  /** Gives how long a caller waits. */
  Duration patience() {
    return fetch.timeout();
  }

  ClientLog log() {
    return watch.log();
  }

  /**
   * Gives the flight to wait for, which is started if there is none.
   *
   * @return null if the state is no longer the one that was seen
   * @throws TokenException during a cooldown
   */
  @Nullable Flight join(State seen, @Nullable AccessToken refused) {
    if (seen.closed()) {
      throw Failures.closed();
    }
    long now = clock.now();
    Cooldown holding = seen.holdingCooldown(now);
    Flight running = seen.flight();
    if (running != null && holding == null) {
      return running;
    }
    Cooldown cooldown = seen.cooldown();
    // A flight while a cooldown holds is a look, for which only who started it waits.
    if (cooldown != null && (running != null || !seen.mayStart(now))) {
      throw cooldown.refusal(clock);
    }
    return start(seen, newFlight(refused, holding, false, now));
  }

  /** Has a usable token renewed, if that is not under way and not known to be in vain. */
  void renew(State seen) {
    long now = clock.now();
    if (seen.closed() || seen.flight() != null || !seen.mayRenew(now)) {
      return;
    }
    start(seen, newFlight(null, seen.holdingCooldown(now), true, now));
  }

  private Flight newFlight(
      @Nullable AccessToken refused, @Nullable Cooldown look, boolean aheadOfTime, long now) {
    return new Flight(refused, look, aheadOfTime, watch.onlookers(), now, patience());
  }

  private @Nullable Flight start(State seen, Flight next) {
    if (!slot.take(seen, next)) {
      return null;
    }
    try {
      deadlines.setAlarm(next);
      flightThreads.execute(() -> fly(next));
    } catch (RuntimeException | Error e) {
      // No thread, or no memory for one, is a failure like any other: a usable token still serves.
      landing.withFailure(next, e);
      stages.elsewhere(next);
    }
    return next;
  }

  private void fly(Flight flight) {
    fetch.run(flight);
    stages.onItsThread(flight);
  }

  /** Ends a flight as the timer does, for when that has no thread. */
  void expire(Flight flight) {
    deadlines.expire(flight);
  }

  /** Has a stage completed with the outcome of a flight. */
  void whenLanded(
      Flight flight, BiConsumer<@Nullable AccessToken, @Nullable Throwable> completion) {
    flight.addStage(completion);
    if (flight.hasLanded()) {
      stages.elsewhere(flight);
    }
  }

  @Override
  public void close() {
    Flight running = slot.end();
    if (running != null) {
      running.fail(Failures.closed());
      running.abandon();
      stages.elsewhere(running);
    }
  }
}
