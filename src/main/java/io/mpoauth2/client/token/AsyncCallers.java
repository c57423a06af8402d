package io.mpoauth2.client.token;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Callers who do not wait. However many they are, one thread waits for all of them. */
final class AsyncCallers {
  private final Executor threads;
  private final AtomicReference<@Nullable CompletableFuture<AccessToken>> asked =
      new AtomicReference<>();

  AsyncCallers(Executor threads) {
    this.threads = threads;
  }

  /**
   * Has a question answered on another thread, or joins the question that is being answered.
   *
   * @return fails with what the question throws, or with what the executor throws if it takes none
   */
  CompletionStage<AccessToken> ask(Supplier<AccessToken> question) {
    CompletableFuture<AccessToken> mine = new CompletableFuture<>();
    CompletableFuture<AccessToken> others = asked.compareAndExchange(null, mine);
    if (others != null) {
      return others.minimalCompletionStage();
    }
    try {
      threads.execute(() -> answer(mine, question));
    } catch (RuntimeException | Error e) {
      asked.set(null);
      mine.completeExceptionally(e);
    }
    // Not the future itself: one caller could cancel it for all.
    return mine.minimalCompletionStage();
  }

  /** Makes room for the next question first: a token may be refused as soon as it is there. */
  private void answer(CompletableFuture<AccessToken> waiting, Supplier<AccessToken> question) {
    AccessToken token;
    try {
      token = question.get();
    } catch (Throwable e) {
      asked.set(null);
      waiting.completeExceptionally(e);
      return;
    }
    asked.set(null);
    waiting.complete(token);
  }
}
