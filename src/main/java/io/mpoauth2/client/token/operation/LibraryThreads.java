package io.mpoauth2.client.token.operation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the library's own threads. They are daemons, without the thread locals of whoever asked,
 * and see the classes of an application. No server's managed threads, which may be few, busy with
 * calls that wait for a token, or gone; and not the JDK's common ones, which keep the class loader
 * of whoever came first.
 */
public final class LibraryThreads implements ThreadFactory {
  /** How long a thread of a pool waits for more work before it ends. */
  public static final long IDLE_SECONDS = 2;

  private final String name;
  private final @Nullable ClassLoader loader;

  private LibraryThreads(String name, @Nullable ClassLoader loader) {
    this.name = name;
    this.loader = loader;
  }

  /**
   * Gives threads that see the classes that the calling thread sees.
   *
   * @param name what they are for; it stands behind the library's name
   * @return starts none by itself
   */
  public static LibraryThreads named(String name) {
    ClassLoader callers = Thread.currentThread().getContextClassLoader();
    // A thread of the JVM's own knows no application.
    boolean isNobodys = callers == null || callers == ClassLoader.getSystemClassLoader();
    return new LibraryThreads(
        "mp-oauth2-client-" + name, isNobodys ? LibraryThreads.class.getClassLoader() : callers);
  }

  /**
   * Gives an executor without a queue and without a bound: no work waits for other work. Its
   * threads are gone a few seconds after their last work, so nobody need close it.
   *
   * @return refuses only when it was shut down
   */
  public ExecutorService unbounded() {
    return new ThreadPoolExecutor(
        0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this);
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(null, work, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    return thread;
  }
}
