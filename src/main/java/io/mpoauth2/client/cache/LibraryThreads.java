package io.mpoauth2.client.cache;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The library's own threads: daemons that are gone seconds after their work. No server's managed
 * threads, which may be few, busy with calls that wait for a token, or gone; and not the JDK's
 * common ones, which keep the class loader of whoever came first.
 */
public final class LibraryThreads implements AutoCloseable {
  private static final long IDLE_SECONDS = 2;
  private static final int STAGE_THREADS = 4;

  private final ExecutorService flights;
  private final ExecutorService stages;
  private final ScheduledThreadPoolExecutor timer;

  /**
   * Starts no thread yet.
   *
   * @param loader the context class loader of the threads, which finds the configuration and what
   *     an application brings along; the library's own is taken in place of none, or of the
   *     system's
   */
  public LibraryThreads(@Nullable ClassLoader loader) {
    ClassLoader own = LibraryThreads.class.getClassLoader();
    @Nullable ClassLoader chosen =
        loader == null || loader == ClassLoader.getSystemClassLoader() ? own : loader;
    // No queue: a client whose server hangs does not keep the others from theirs.
    flights =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            named("mp-oauth2-client-flight", chosen));
    ThreadPoolExecutor few =
        new ThreadPoolExecutor(
            STAGE_THREADS,
            STAGE_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            named("mp-oauth2-client-stage", chosen));
    few.allowCoreThreadTimeOut(true);
    stages = few;
    timer = new ScheduledThreadPoolExecutor(1, named("mp-oauth2-client-timer", chosen));
    timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    // Else each flight would be kept until its deadline, long after it landed.
    timer.setRemoveOnCancelPolicy(true);
    // Connections of requests that are interrupted at the end are still given up by it; each of
    // these tasks ends with its request.
    timer.setContinueExistingPeriodicTasksAfterShutdownPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /**
   * Gives what a cache does its work on.
   *
   * @return the threads, which refuse after {@link #close()}
   */
  public Threads threads() {
    return new Threads(flights, stages, this::after);
  }

  /**
   * Gives what gives up connections, whose periodic tasks still run after {@link #close()}.
   *
   * @return its tasks are short
   */
  public ScheduledExecutorService scheduler() {
    return timer;
  }

  /** Interrupts token requests and takes no more; stages that are queued are still completed. */
  @Override
  public void close() {
    flights.shutdownNow();
    timer.shutdown();
    stages.shutdown();
  }

  private Runnable after(Duration delay, Runnable task) {
    Future<?> scheduled = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> scheduled.cancel(false);
  }

  private static ThreadFactory named(String name, @Nullable ClassLoader loader) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      // Without the thread locals of whoever asked.
      Thread thread = new Thread(null, task, name + '-' + number.incrementAndGet(), 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(loader);
      return thread;
    };
  }
}
