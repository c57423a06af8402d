package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.operation.LibraryThreads;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of an application's caches, none of which lives for longer than its work. */
public final class DaemonThreads implements AutoCloseable {
  private static final int STAGE_THREADS = 4;

  /** No queue: a client whose server hangs does not keep the others from theirs. */
  private final ExecutorService flights = LibraryThreads.named("flight").unbounded();

  private final ThreadPoolExecutor stages =
      new ThreadPoolExecutor(
          STAGE_THREADS,
          STAGE_THREADS,
          LibraryThreads.IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          LibraryThreads.named("stage"));

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, LibraryThreads.named("timer"));

  /** Starts no thread yet. Those to come see the classes that the calling thread sees. */
  public DaemonThreads() {
    stages.allowCoreThreadTimeOut(true);
    timer.setKeepAliveTime(LibraryThreads.IDLE_SECONDS, TimeUnit.SECONDS);
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
}
