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

  /** On the thread of a flight that has landed, which nobody needs any more. */
  void onItsThread(Flight flight) {
    each(refused(flight));
  }

  /** On a thread that others may need. */
  void elsewhere(Flight flight) {
    List<Runnable> refused = refused(flight);
    if (!refused.isEmpty() && !takes(threads.flights(), () -> each(refused))) {
      // No thread can be had at all, and they must not wait for ever.
      each(refused);
    }
  }

  /** Gives those that have no thread of their own. */
  private List<Runnable> refused(Flight flight) {
    List<Runnable> refused = new ArrayList<>();
    @Nullable Runnable stage = flight.nextStage();
    while (stage != null) {
      if (!takes(threads.stages(), stage)) {
        refused.add(stage);
      }
      stage = flight.nextStage();
    }
    return refused;
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
