package io.mpoauth2.client.token;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** At most one token request at a time. Whoever takes the slot leads; the others follow. */
final class SingleFlight {
  private final AtomicReference<@Nullable Flight> slot = new AtomicReference<>();

  @Nullable Flight running() {
    return slot.get();
  }

  boolean take(Flight flight) {
    return slot.compareAndSet(null, flight);
  }

  /**
   * Frees the slot, then releases the followers. The other order would let a follower whose new
   * token is refused at once join the very flight that brought it.
   */
  void land(Flight flight, @Nullable AccessToken token, @Nullable TokenException failure) {
    slot.set(null);
    if (failure != null) {
      flight.outcome.completeExceptionally(failure);
    } else {
      flight.outcome.complete(token);
    }
  }

  /** One request under way. Its outcome is a token, a failure, or null where it was abandoned. */
  static final class Flight {
    private final CompletableFuture<@Nullable AccessToken> outcome = new CompletableFuture<>();
    private final Duration timeout;

    Flight(Duration timeout) {
      this.timeout = timeout;
    }

    Duration timeout() {
      return timeout;
    }

    /**
     * Waits for the outcome.
     *
     * @return the token, or null if the leader gave up without an answer
     */
    @Nullable AccessToken await(long nanos) throws InterruptedException, TimeoutException {
      try {
        return outcome.get(nanos, TimeUnit.NANOSECONDS);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof TokenException failure) {
          throw failure.forFollower();
        }
        throw new IllegalStateException("a flight fails with a TokenException or not at all", e);
      }
    }
  }
}
