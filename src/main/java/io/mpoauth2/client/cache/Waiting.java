package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A caller's thread, which waits for flights as long as its patience lasts. */
final class Waiting {
  /** Also past a deadline: whoever has just landed a flight is about to tell its outcome. */
  private static final long LEAST_WAIT = Duration.ofMillis(1).toNanos();

  private final Flights flights;
  private final long start;

  private Waiting(Flights flights) {
    this.flights = flights;
    this.start = flights.now();
  }

  /**
   * Gives a token from the cache or from a flight that is started or joined.
   *
   * @param refused the token that will not do, unless no other one can be had; null if any will
   */
  static AccessToken obtain(Flights flights, @Nullable AccessToken refused) {
    Waiting caller = new Waiting(flights);
    while (true) {
      State seen = flights.state();
      AccessToken answer = seen.answer(refused, flights.now());
      if (answer != null) {
        return answer;
      }
      Flight flight = flights.join(seen, refused);
      if (flight != null) {
        AccessToken token = caller.await(flight);
        if (flight.answers(refused, token)) {
          return token;
        }
      }
    }
  }

  private AccessToken await(Flight flight) {
    while (true) {
      long deadline = flight.deadline();
      long patienceEnds = patienceEnds();
      boolean isOwnFirst = patienceEnds - deadline < 0;
      long left = (isOwnFirst ? patienceEnds : deadline) - flights.now();
      try {
        return flight.await(Math.max(left, LEAST_WAIT));
      } catch (ExecutionException e) {
        throw Failures.forCaller(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw unavailable("the thread was interrupted while it waited for a token");
      } catch (TimeoutException e) {
        // Either end moves when the flight reads another request-timeout; then it waits on.
        if (isOwnFirst && patienceEnds == patienceEnds()) {
          throw unavailable(
              "waited "
                  + flights.patience()
                  + " for a token request that is still under way; if the token endpoint needs that"
                  + " long, raise "
                  + flights.log().property("request-timeout"));
        }
        if (!isOwnFirst && deadline == flight.deadline()) {
          // The timer does the same, unless it has no thread.
          flights.expire(flight);
        }
      }
    }
  }

  /** Gives when its patience is over, as that is now. */
  private long patienceEnds() {
    return start + flights.patience().toNanos();
  }

  private TokenUnavailableException unavailable(String why) {
    return new TokenUnavailableException(flights.log().about(why), null);
  }
}
