package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The replacement of a refused token for those who can do without. It has a thread of its own, as
 * nobody knows how long a provider takes, and goes on when nobody waits for it any more.
 */
final class Replacement {
  /** Most token endpoints answer sooner. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final AccessToken refused;
  private final CompletableFuture<AccessToken> outcome = new CompletableFuture<>();

  private Replacement(AccessToken refused) {
    this.refused = refused;
  }

  static Replacement start(TokenProvider provider, AccessToken refused) {
    Replacement started = new Replacement(refused);
    try {
      Thread thread = new Thread(() -> started.ask(provider), "mp-oauth2-client-replacement");
      thread.setDaemon(true);
      thread.start();
    } catch (Throwable e) {
      // No thread is to be had.
      started.outcome.completeExceptionally(e);
    }
    return started;
  }

  private void ask(TokenProvider provider) {
    try {
      outcome.complete(provider.replace(refused));
    } catch (Throwable e) {
      // Whatever a provider throws, or they would wait for ever.
      outcome.completeExceptionally(e);
    }
  }

  /** Says whether it is under way for this token. */
  boolean isUnderWayFor(AccessToken token) {
    return !outcome.isDone() && refused.value().equals(token.value());
  }

  /**
   * Waits for the outcome, but not for long.
   *
   * @return whether it is there
   */
  boolean isThereSoon() {
    try {
      outcome.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // Whoever wants to know which looks at the outcome.
    }
    return outcome.isDone();
  }

  /** Gives the outcome: a token, which may be the refused one, or a failure. */
  CompletionStage<AccessToken> outcome() {
    return outcome.minimalCompletionStage();
  }
}
