package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.TokenUnavailableException;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.FailureWords;
import java.time.Duration;
import java.util.function.BiFunction;

/**
 * What the outcome of a flight changes. Whoever frees the slot stores it; for all others, who come
 * too late, nothing happens. Waiting callers are released when it is stored, stages after them; and
 * so they are where those who watch cannot be told, because nobody else would do it any more.
 */
final class Landing {
  private final Slot slot;
  private final RefreshPolicy policy;
  private final Clock clock;
  private final FlightReport report;
  private final ClientLog log;

  Landing(Slot slot, RefreshPolicy policy, Clock clock, ClientLog log) {
    this.slot = slot;
    this.policy = policy;
    this.clock = clock;
    this.report = new FlightReport(clock);
    this.log = log;
  }

  FlightReport report() {
    return report;
  }

  /** Stores a token, whose lifetime counts from when it was asked for: it was made later. */
  void withToken(Flight flight, IssuedToken issued, long sentAt) {
    Slot.Change change =
        slot.free(
            flight,
            seen ->
                seen.withToken(
                    policy.generation(issued, sentAt, clock.now(), seen.spanAfter(flight))));
    if (change != null) {
      try {
        report.issued(flight, issued, change.after(), change.before().cooldown());
      } finally {
        flight.succeed(issued.token());
      }
    }
  }

  /** Leaves a cooldown as it is, because the settings are those that failed. */
  void afterLook(Flight flight, Cooldown cooldown) {
    TokenException refusal = cooldown.refusal(clock);
    if (slot.free(flight, State::afterLook) != null) {
      flight.fail(refusal);
    }
  }

  /** Starts no cooldown: somebody is about to correct the settings. */
  void withoutSettings(Flight flight, TokenSource.SettingsProblem found) {
    TokenSource.SettingsProblem problem = tellable(found);
    long now = clock.now();
    if (slot.free(flight, seen -> seen.afterUnusableSettings(now)) != null) {
      try {
        report.withoutSettings(flight, problem);
      } finally {
        flight.fail(problem);
      }
    }
  }

  /** Starts a cooldown, whatever it was that went wrong. */
  void withFailure(Flight flight, Throwable failure) {
    fail(
        flight,
        failure instanceof TokenException e ? e : unavailable(fault(flight, failure)),
        State::afterFailure);
  }

  /** Does the same for a flight whose time is over, and ends what its thread waits for. */
  void afterDeadline(Flight flight) {
    String missing =
        flight.exchange() == null ? "the settings were not read" : "there was no answer";
    Duration timeout = flight.timeout();
    TokenException late =
        unavailable(missing + " within " + timeout + " (" + log.property("request-timeout") + ")");
    if (fail(flight, late, (seen, cooldown) -> seen.afterDeadline(cooldown, flight))) {
      flight.abandon();
    }
  }

  private boolean fail(
      Flight flight, TokenException reason, BiFunction<State, Cooldown, State> outcome) {
    Slot.Change change =
        slot.free(flight, seen -> outcome.apply(seen, cooldown(seen, flight, reason)));
    if (change == null) {
      return false;
    }
    try {
      report.failed(flight, reason, change.after().cooldown());
    } finally {
      flight.fail(reason);
    }
    return true;
  }

  private Cooldown cooldown(State seen, Flight flight, TokenException reason) {
    return Cooldown.after(seen.cooldown(), reason, flight.exchange(), policy, clock.now());
  }

  /** Gives a problem that can be told; a user's own may fail when it is asked what it says. */
  private static TokenSource.SettingsProblem tellable(TokenSource.SettingsProblem problem) {
    try {
      String unused = problem.toString();
      return problem;
    } catch (RuntimeException | Error e) {
      // Who waits for a stage would not hear of it: the JDK asks, too.
      return new TokenSource.SettingsProblem(problem.getClass().getName());
    }
  }

  private static String fault(Flight flight, Throwable failure) {
    String what =
        flight.exchange() == null ? "the settings could not be read: " : "the request failed: ";
    return what + FailureWords.of(failure);
  }

  private TokenUnavailableException unavailable(String why) {
    return new TokenUnavailableException(log.about(why), null);
  }
}
