package io.mpoauth2.client.token;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Callers who do not wait. However many they are, one thread waits for all of them. */
final class AsyncCallers {
  private final TokenProvider tokens;
  private final Executor threads;
  private final AtomicReference<@Nullable CompletableFuture<AccessToken>> asked =
      new AtomicReference<>();

  AsyncCallers(TokenProvider tokens, Executor threads) {
    this.tokens = tokens;
    this.threads = threads;
  }

  /**
   * Has a token asked for on another thread, or joins those for whom that is being done.
   *
   * @param rejected the token that will not do, null if any will
   * @return fails with what the provider throws, or with what the executor throws if it takes no
   *     work
   */
  CompletionStage<AccessToken> ask(@Nullable AccessToken rejected) {
    CompletableFuture<AccessToken> mine = new CompletableFuture<>();
    CompletableFuture<AccessToken> others = asked.compareAndExchange(null, mine);
    if (others != null) {
      // It may have been asked before ours was refused.
      return rejected == null
          ? others.minimalCompletionStage()
          : others.thenCompose(token -> tokens.replaceAsync(rejected));
    }
    try {
      threads.execute(() -> answer(mine, rejected));
    } catch (RuntimeException | Error e) {
      answered(mine, null, e);
    }
    // Not the future itself: one caller could cancel it for all.
    return mine.minimalCompletionStage();
  }

  private void answer(CompletableFuture<AccessToken> mine, @Nullable AccessToken rejected) {
    try {
      answered(mine, rejected == null ? tokens.token() : tokens.replace(rejected), null);
    } catch (Throwable e) {
      // Whatever it is, or they would wait for ever.
      answered(mine, null, e);
    }
  }

  /** Makes room for the next question first: a token may be refused as soon as it is there. */
  private void answered(
      CompletableFuture<AccessToken> mine,
      @Nullable AccessToken token,
      @Nullable Throwable failure) {
    asked.set(null);
    if (token != null) {
      mine.complete(token);
    } else if (failure != null) {
      mine.completeExceptionally(failure);
    }
  }
}
