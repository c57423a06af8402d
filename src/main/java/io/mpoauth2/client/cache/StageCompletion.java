package io.mpoauth2.client.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Completes the stages of a flight, and with them runs the code of others, away from all else. */
final class StageCompletion {
  private final Threads threads;

  StageCompletion(Threads threads) {
    this.threads = threads;
  }

  /** Has them completed by the thread of a flight that has landed, which nobody else needs. */
  void onItsThread(Flight flight) {
    each(notTaken(flight));
  }

  /** Has them completed by other threads than the calling one, which others may need. */
  void elsewhere(Flight flight) {
    List<Runnable> left = notTaken(flight);
    if (!left.isEmpty() && !takes(threads.flights(), () -> each(left))) {
      // No thread can be had at all, and they must not wait for ever.
      each(left);
    }
  }

  /** Hands them to their executor, and gives those that it did not take. */
  private List<Runnable> notTaken(Flight flight) {
    List<Runnable> left = new ArrayList<>();
    @Nullable Runnable stage = flight.nextStage();
    while (stage != null) {
      if (!takes(threads.stages(), stage)) {
        left.add(stage);
      }
      stage = flight.nextStage();
    }
    return left;
  }

  private static boolean takes(Executor executor, Runnable task) {
    try {
      executor.execute(task);
      return true;
    } catch (RuntimeException | Error e) {
      return false;
    }
  }

  private static void each(List<Runnable> stages) {
    stages.forEach(Runnable::run);
  }
}
