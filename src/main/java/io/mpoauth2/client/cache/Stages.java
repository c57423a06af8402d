package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.AccessToken;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Callers who do not wait. */
final class Stages {
  private final Flights flights;
  private final @Nullable AccessToken refused;
  private final CompletableFuture<AccessToken> stage = new CompletableFuture<>();

  private Stages(Flights flights, @Nullable AccessToken refused) {
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
    Stages caller = new Stages(flights, refused);
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
      joined.whenLanded(
          (token, failure) -> flights.completeStage(() -> landed(joined, token, failure)));
    } catch (RuntimeException e) {
      stage.completeExceptionally(e);
    }
  }

  private void landed(Flight flight, @Nullable AccessToken token, @Nullable Throwable failure) {
    if (token == null) {
      stage.completeExceptionally(Waiting.told(failure));
    } else if (flight.answers(refused, token)) {
      stage.complete(token);
    } else {
      ask();
    }
  }
}
