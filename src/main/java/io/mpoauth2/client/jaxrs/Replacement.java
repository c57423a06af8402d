package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A replacement of a refused token, which goes on when nobody waits for it any more. */
final class Replacement {
  /** Of who can do without. Most token endpoints answer sooner. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final CompletableFuture<AccessToken> outcome = new CompletableFuture<>();

  /** Starts one. */
  Replacement(TokenProvider provider, AccessToken refused) {
    try {
      provider
          .replaceAsync(refused)
          .whenComplete(
              (token, failure) -> {
                if (failure == null) {
                  outcome.complete(token);
                } else {
                  outcome.completeExceptionally(failure);
                }
              });
    } catch (RuntimeException e) {
      outcome.completeExceptionally(e);
    }
  }

  /**
   * Waits for the outcome, but not for long: the thread may be one that answers come in by.
   *
   * @return whether it is there
   */
  boolean isThereSoon() {
    try {
      outcome.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // Whoever wants to know which asks for the outcome.
    }
    return outcome.isDone();
  }

  /** Gives the outcome: a token, which may be the refused one, or a failure. */
  CompletionStage<AccessToken> outcome() {
    return outcome.minimalCompletionStage();
  }
}
