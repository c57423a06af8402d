package io.mpoauth2.client.token;

import io.mpoauth2.client.token.operation.LibraryThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A question that nobody waits for. */
final class OnAnotherThread {
  private OnAnotherThread() {}

  /** Asks on a daemon thread that has the caller's context class loader and is gone afterwards. */
  static CompletionStage<AccessToken> ask(Supplier<AccessToken> question) {
    CompletableFuture<AccessToken> answer = new CompletableFuture<>();
    try {
      LibraryThreads.named("async").newThread(() -> answer(question, answer)).start();
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
    }
    // Not the future itself: who has it could complete it.
    return answer.minimalCompletionStage();
  }

  private static void answer(
      Supplier<AccessToken> question, CompletableFuture<AccessToken> answer) {
    try {
      answer.complete(question.get());
    } catch (Throwable e) {
      // Whatever it is, or they would wait for ever.
      answer.completeExceptionally(e);
    }
  }
}
