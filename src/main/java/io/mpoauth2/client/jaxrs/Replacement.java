package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The replacement of a refused token for those who can do without. It has another thread, as nobody
 * knows how long a provider takes, and goes on when nobody waits for it any more.
 */
final class Replacement {
  /** Of the caller who was refused. Most token endpoints answer sooner. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** Of calls behind that one, all of them together. */
  private static final Duration PATIENCE_OF_ALL = Duration.ofSeconds(1);

  private final AccessToken refused;
  private final long startedAt = System.nanoTime();
  private final CompletableFuture<AccessToken> outcome = new CompletableFuture<>();

  Replacement(AccessToken refused) {
    this.refused = refused;
  }

  /** Has it asked for; whatever comes of that, a lack of threads too, is the outcome. */
  void start(TokenProvider provider, Executor threads) {
    try {
      threads.execute(() -> ask(provider));
    } catch (Throwable e) {
      outcome.completeExceptionally(e);
    }
  }

  private void ask(TokenProvider provider) {
    try {
      outcome.complete(provider.replace(refused));
    } catch (Throwable e) {
      // Whatever a provider throws, or they would wait for ever.
      outcome.completeExceptionally(e);
    }
  }

  boolean isOf(AccessToken token) {
    return refused.value().equals(token.value());
  }

  boolean isThere() {
    return outcome.isDone();
  }

  /** Waits for the outcome, but not for long; says whether it is there. */
  boolean isThereSoon() {
    return isThereIn(PATIENCE.toNanos());
  }

  /** Waits for the outcome as long as this is young; says whether it is there. */
  boolean isThereWhileYoung() {
    return isThereIn(PATIENCE_OF_ALL.toNanos() - (System.nanoTime() - startedAt));
  }

  private boolean isThereIn(long nanos) {
    if (nanos <= 0) {
      return outcome.isDone();
    }
    try {
      outcome.get(nanos, TimeUnit.NANOSECONDS);
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
