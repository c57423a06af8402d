package io.mpoauth2.concurrency;

import io.mpoauth2.client.cache.Timer;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Deadlines that come when a test says so. */
final class Alarms implements Timer {
  private final Queue<Runnable> watched = new ConcurrentLinkedQueue<>();

  @Override
  public Runnable after(Duration delay, Runnable task) {
    watched.add(task);
    return () -> watched.remove(task);
  }

  /** It is past every deadline that is watched. */
  String ring() {
    for (Runnable task = watched.poll(); task != null; task = watched.poll()) {
      task.run();
    }
    return "rung";
  }
}
