package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.ClientLog;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The flights of one client and scope set, of which there is one at a time: when one starts, and
 * what its outcome changes.
 */
final class Flights implements AutoCloseable {
  private final Slot slot = new Slot();
  private final RefreshPolicy policy;
  private final LongSupplier nanoTime;
  private final InstantSource wallClock;
  private final Threads threads;
  private final UnheardFailures unheard;
  private final ClientLog log;
  private final TokenFetch fetch;

  /** As it was read last; for callers, and for a flight that has not read it yet. */
  private volatile Duration timeout = Duration.ofSeconds(10);

  Flights(
      TokenSource source,
      RefreshPolicy policy,
      LongSupplier nanoTime,
      InstantSource wallClock,
      Threads threads,
      ClientLog log) {
    this.policy = policy;
    this.nanoTime = nanoTime;
    this.wallClock = wallClock;
    this.threads = threads;
    this.log = log;
    this.unheard = new UnheardFailures(log);
    this.fetch = new TokenFetch(source, this);
  }

  State state() {
    return slot.state();
  }

  long now() {
    return nanoTime.getAsLong();
  }

  Duration timeout() {
    return timeout;
  }

  ClientLog log() {
    return log;
  }

  boolean isUnderWay(Flight flight) {
    return slot.isOf(flight);
  }

  /**
   * Gives the flight to wait for, which is started if there is none.
   *
   * @return null if the state is no longer the one that was seen
   * @throws TokenException during a cooldown
   */
  @Nullable Flight join(State seen, @Nullable AccessToken refused) {
    if (seen.closed()) {
      throw closed();
    }
    long now = now();
    Cooldown cooldown = seen.cooldown();
    Flight running = seen.flight();
    if (cooldown != null && RefreshPolicy.isCoolingDown(cooldown, now)) {
      if (running != null || !seen.mayStart(now)) {
        throw cooldown.refusal();
      }
      return start(seen, new Flight(refused, cooldown, false, now, timeout));
    }
    if (running != null) {
      return running;
    }
    if (cooldown != null && seen.isHeld()) {
      throw cooldown.refusal();
    }
    return start(seen, new Flight(refused, null, false, now, timeout));
  }

  /** Has a usable token renewed, if that is not under way and not known to be in vain. */
  void renew(State seen) {
    long now = now();
    if (seen.closed() || seen.flight() != null || !seen.mayRenew(now)) {
      return;
    }
    Cooldown cooldown = seen.cooldown();
    boolean cooling = cooldown != null && RefreshPolicy.isCoolingDown(cooldown, now);
    start(seen, new Flight(null, cooling ? cooldown : null, true, now, timeout));
  }

  private @Nullable Flight start(State seen, Flight next) {
    if (!slot.take(seen, next)) {
      return null;
    }
    try {
      watch(next);
      threads.flights().execute(() -> run(next));
    } catch (RuntimeException | Error e) {
      // No thread, or no memory for one: a failure like any other, of nobody else's.
      fail(next, e);
    }
    return next;
  }

  private void run(Flight flight) {
    flight.boards(Thread.currentThread());
    try {
      if (isUnderWay(flight)) {
        TokenFetch.Fetched fetched = fetch.fetch(flight);
        if (fetched == null) {
          stayInCooldown(flight);
        } else {
          store(flight, fetched);
        }
      }
    } catch (TokenSource.SettingsProblem e) {
      problem(flight, e);
    } catch (Throwable e) {
      fail(flight, e);
    } finally {
      flight.boards(null);
    }
  }

  /** Notes what a flight is about to send; from now on the time-out of that holds. */
  void sends(Flight flight, TokenSource.Exchange exchange) {
    boolean changes = !flight.timeout().equals(exchange.timeout());
    flight.sends(exchange);
    timeout = exchange.timeout();
    if (changes) {
      watch(flight);
    }
  }

  private void watch(Flight flight) {
    Duration watched = flight.timeout();
    flight.watchedBy(
        threads
            .timer()
            .after(
                Duration.ofNanos(flight.deadline() - now()),
                () -> {
                  if (watched.equals(flight.timeout())) {
                    expire(flight);
                  }
                }));
  }

  private void store(Flight flight, TokenFetch.Fetched fetched) {
    State before =
        slot.free(
            flight,
            seen ->
                seen.withToken(
                    policy.generation(
                        fetched.issued(), fetched.sentAt(), now(), seen.spanAfter(flight))));
    if (before != null) {
      unheard.end(before.cooldown());
      flight.succeed(fetched.issued().token());
    }
  }

  private void stayInCooldown(Flight flight) {
    if (flight.look != null && slot.free(flight, State::unchanged) != null) {
      flight.fail(flight.look.refusal());
    }
  }

  private void problem(Flight flight, TokenSource.SettingsProblem problem) {
    long now = now();
    if (slot.free(flight, seen -> seen.afterUnusableSettings(now)) != null) {
      if (flight.aheadOfTime) {
        unheard.tell(problem);
      }
      flight.fail(problem);
    }
  }

  private void fail(Flight flight, Throwable failure) {
    TokenException reason =
        failure instanceof TokenException e
            ? e
            : unavailable("the token request failed: " + ClientLog.reason(failure));
    fail(flight, reason, State::afterFailure);
  }

  /** Ends a flight whose time is over; has no effect if it has landed. */
  void expire(Flight flight) {
    TokenException reason =
        unavailable(
            (flight.exchange() == null ? "the settings were not read" : "there was no answer")
                + " within "
                + flight.timeout()
                + " ("
                + log.property("request-timeout")
                + ")");
    if (fail(flight, reason, (seen, cooldown) -> seen.afterDeadline(cooldown, flight))) {
      flight.abandon();
    }
  }

  private boolean fail(Flight flight, TokenException reason, Failed failed) {
    State before = slot.free(flight, seen -> failed.state(seen, after(seen, flight, reason)));
    if (before == null) {
      return false;
    }
    if (flight.aheadOfTime) {
      unheard.tell(reason, after(before, flight, reason));
    }
    flight.fail(reason);
    return true;
  }

  private Cooldown after(State seen, Flight flight, TokenException reason) {
    return Cooldown.after(
        seen.cooldown(), reason, flight.exchange(), policy, now(), wallClock.instant());
  }

  /** Runs what completes a stage, and with it the code of others, where it harms the fewest. */
  void completeStage(Runnable completion) {
    try {
      threads.stages().execute(completion);
    } catch (RuntimeException | Error e) {
      completion.run();
    }
  }

  @Override
  public void close() {
    Flight running = slot.end();
    if (running != null) {
      running.fail(closed());
      running.abandon();
    }
  }

  static IllegalStateException closed() {
    return new IllegalStateException("closed: the application of these token providers has ended");
  }

  private TokenUnavailableException unavailable(String why) {
    return new TokenUnavailableException(log.about(why), null);
  }

  /** What a failure makes of a state. */
  private interface Failed {
    State state(State seen, Cooldown cooldown);
  }
}
