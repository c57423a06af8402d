package io.mpoauth2.client.testing;

import io.mpoauth2.client.cache.Threads;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Threads in the hands of a test. A flight runs on the thread of whoever starts it, unless it is
 * told otherwise; the timer rings when it is told to.
 */
public final class ManualThreads {
  private final Queue<Runnable> flights = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> alarms = new ConcurrentLinkedQueue<>();
  private final Queue<Duration> delays = new ConcurrentLinkedQueue<>();
  private final Queue<Thread> started = new ConcurrentLinkedQueue<>();
  private volatile Executor executor = Runnable::run;
  private volatile Executor stages = Runnable::run;

  public Threads threads() {
    return new Threads(task -> executor.execute(task), task -> stages.execute(task), this::after);
  }

  private Runnable after(Duration delay, Runnable task) {
    delays.add(delay);
    alarms.add(task);
    return () -> alarms.remove(task);
  }

  /** Keeps flights from now on until they are run. */
  public void keeps() {
    executor = flights::add;
  }

  /** Runs each flight at once from now on. */
  public void runsAtOnce() {
    executor = Runnable::run;
  }

  /** Runs each flight on a thread of its own from now on. */
  public void startsThreads() {
    executor =
        task -> {
          Thread thread = new Thread(task, "flight");
          thread.setDaemon(true);
          started.add(thread);
          thread.start();
        };
  }

  /** Has this done with flights from now on. */
  public void flightsGoTo(Executor executor) {
    this.executor = executor;
  }

  /** Has this done with stages from now on. */
  public void stagesGoTo(Executor executor) {
    this.stages = executor;
  }

  public void rejects() {
    executor =
        task -> {
          throw new RejectedExecutionException("no thread to spare");
        };
  }

  public int queued() {
    return flights.size();
  }

  /** Gives how many deadlines are watched. */
  public int watched() {
    return alarms.size();
  }

  /** Gives how far off the deadlines were that were watched, in their order. */
  public List<Duration> delays() {
    return List.copyOf(delays);
  }

  /** Runs the flights that are kept. */
  public void runAll() {
    for (Runnable task = flights.poll(); task != null; task = flights.poll()) {
      task.run();
    }
  }

  /** Lets every alarm ring. */
  public void ring() {
    for (Runnable alarm = alarms.poll(); alarm != null; alarm = alarms.poll()) {
      alarm.run();
    }
  }

  /** Waits until every thread of a flight has ended. */
  public void awaitEnds() throws InterruptedException {
    for (Thread thread : started) {
      thread.join(20_000);
    }
  }
}
