package io.mpoauth2.benchmarks.endpoint;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads enough for all who wait at once: virtual ones where the running JDK has them. */
public final class ManyThreads {
  private static final int SMALL_STACK = 256 * 1024;

  private ManyThreads() {}

  static ExecutorService forConnections() {
    return virtual().orElseGet(ManyThreads::platform);
  }

  /** By reflection, because this is compiled for Java 17; empty before Java 21. */
  public static Optional<ExecutorService> virtual() {
    try {
      return Optional.of(
          (ExecutorService)
              Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  public static ExecutorService platform() {
    return Executors.newCachedThreadPool(
        task -> {
          Thread thread = new Thread(null, task, "one-of-many", SMALL_STACK, false);
          thread.setDaemon(true);
          return thread;
        });
  }
}
