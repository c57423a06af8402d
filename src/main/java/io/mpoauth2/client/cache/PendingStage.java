package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.AccessToken;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A caller who does not wait, and gets a stage instead. */
final class PendingStage {
  private final Flights flights;
  private final @Nullable AccessToken refused;
  private final CompletableFuture<AccessToken> stage = new CompletableFuture<>();

  private PendingStage(Flights flights, @Nullable AccessToken refused) {
    this.flights = flights;
    this.refused = refused;
  }

  /**
   * Gives a stage that a flight completes, which is started or joined.
   *
   * @param refused the token that will not do, unless no other one can be had; null if any will
   * @return fails with what a waiting caller gets
   */
  static CompletionStage<AccessToken> obtain(Flights flights, @Nullable AccessToken refused) {
    PendingStage caller = new PendingStage(flights, refused);
    caller.ask();
    // Not the future itself: who has it could complete it for others.
    return caller.stage.minimalCompletionStage();
  }

  private void ask() {
    try {
      Flight flight = null;
      while (flight == null) {
        State seen = flights.state();
        AccessToken answer = seen.answer(refused, flights.now());
        if (answer != null) {
          stage.complete(answer);
          return;
        }
        flight = flights.join(seen, refused);
      }
      Flight joined = flight;
      flights.whenLanded(joined, (token, failure) -> landed(joined, token, failure));
    } catch (RuntimeException e) {
      stage.completeExceptionally(e);
    }
  }

  private void landed(Flight flight, @Nullable AccessToken token, @Nullable Throwable failure) {
    if (token == null) {
      stage.completeExceptionally(Failures.forCaller(failure));
    } else if (flight.answers(refused, token)) {
      stage.complete(token);
    } else {
      ask();
    }
  }
}
