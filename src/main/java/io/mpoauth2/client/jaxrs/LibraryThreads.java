package io.mpoauth2.client.jaxrs;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Threads for what must not hold a caller. They are daemons and gone a few seconds after their last
 * work, so nobody need close them; no work waits for other work.
 */
final class LibraryThreads {
  private static final int IDLE_SECONDS = 2;

  private LibraryThreads() {}

  /** Gives threads that see the classes that the calling thread sees. */
  static Executor named(String name) {
    ClassLoader loader = usable(Thread.currentThread().getContextClassLoader());
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> {
          Thread thread = new Thread(null, work, name, 0, false);
          thread.setDaemon(true);
          thread.setContextClassLoader(loader);
          return thread;
        });
  }

  /** A thread of the JVM's own knows no application. */
  private static ClassLoader usable(@Nullable ClassLoader loader) {
    return loader == null || loader == ClassLoader.getSystemClassLoader()
        ? LibraryThreads.class.getClassLoader()
        : loader;
  }
}
