package io.mpoauth2.client.testing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Keeps tasks until it is told to run them, on the telling thread. */
public final class ManualExecutor implements Executor {
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private volatile boolean rejecting;

  @Override
  public void execute(Runnable task) {
    if (rejecting) {
      throw new RejectedExecutionException("no thread to spare");
    }
    tasks.add(task);
  }

  public void rejects() {
    rejecting = true;
  }

  public void acceptsAgain() {
    rejecting = false;
  }

  public int queued() {
    return tasks.size();
  }

  /** Runs what is queued, and what that queues. */
  public void runAll() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }
}
