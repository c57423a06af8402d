package io.mpoauth2.client.token;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A token request under way, of which there is at most one per slot. Whoever takes the slot leads;
 * the others follow. Its outcome is a token, a failure, or null where it was abandoned.
 */
final class SingleFlight {
  private final AtomicReference<@Nullable SingleFlight> slot;
  private final Duration timeout;
  private final CompletableFuture<@Nullable AccessToken> outcome = new CompletableFuture<>();

  SingleFlight(AtomicReference<@Nullable SingleFlight> slot, Duration timeout) {
    this.slot = slot;
    this.timeout = timeout;
  }

  boolean takeOff() {
    return slot.compareAndSet(null, this);
  }

  /**
   * Frees the slot, then releases the followers. The other order would let a follower whose new
   * token is refused at once join the very flight that brought it.
   */
  void land(@Nullable AccessToken token, @Nullable TokenException failure) {
    slot.set(null);
    if (failure != null) {
      outcome.completeExceptionally(failure);
    } else {
      outcome.complete(token);
    }
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
      throw new IllegalStateException("a flight fails with a TokenException or not at all");
    }
  }
}
