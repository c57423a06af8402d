package io.mpoauth2.benchmarks.endpoint;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A pause that is not cut short by a stray wake-up. */
public final class Pause {
  private Pause() {}

  public static void of(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    long left = duration.toNanos();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
      left = end - System.nanoTime();
    }
  }
}
