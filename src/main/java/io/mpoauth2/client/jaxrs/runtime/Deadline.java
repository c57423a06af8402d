package io.mpoauth2.client.jaxrs.runtime;

import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that what is waited for comes to an end, whoever provides it. Its one thread lives as
 * long as somebody waits and two seconds; not {@code orTimeout}, whose thread is the JVM's and
 * keeps the class loader of its first user.
 */
final class Deadline {
  private static final int IDLE_SECONDS = 2;

  private final Duration patience;
  private final Executor threads;
  private final ScheduledThreadPoolExecutor timer;

  /**
   * Makes a deadline.
   *
   * @param patience how long is waited
   * @param threads where those go on whose time is over
   */
  Deadline(Duration patience, Executor threads) {
    this.patience = patience;
    this.threads = threads;
    this.timer = new ScheduledThreadPoolExecutor(1, Deadline::thread);
    timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    timer.setRemoveOnCancelPolicy(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "mp-oauth2-client-deadline", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(Deadline.class.getClassLoader());
    return thread;
  }

  /**
   * Gives what a stage gives, or a failure when the time is over.
   *
   * @param stage null as that of a provider that keeps no promise
   */
  <T> CompletableFuture<T> of(@Nullable CompletionStage<T> stage) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    if (stage == null) {
      outcome.completeExceptionally(new IllegalStateException("the token provider gave no stage"));
      return outcome;
    }
    stage.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            outcome.completeExceptionally(failure);
          } else if (value == null) {
            outcome.completeExceptionally(
                new IllegalStateException("the token provider gave no token"));
          } else {
            outcome.complete(value);
          }
        });
    if (outcome.isDone()) {
      return outcome;
    }
    Future<?> end = timer.schedule(() -> end(outcome), patience.toNanos(), TimeUnit.NANOSECONDS);
    return outcome.whenComplete((value, failure) -> end.cancel(false));
  }

  private void end(CompletableFuture<?> outcome) {
    Throwable late =
        new TokenUnavailableException(
            "the token provider gave no answer within " + patience.toSeconds() + " s", null);
    try {
      threads.execute(() -> outcome.completeExceptionally(late));
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      outcome.completeExceptionally(late);
    }
  }
}
