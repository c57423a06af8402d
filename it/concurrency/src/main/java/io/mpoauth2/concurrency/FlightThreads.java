package io.mpoauth2.concurrency;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where flights go: at first to the thread of whoever starts one, which makes the beginnings of
 * tests short.
 */
final class FlightThreads implements Executor {
  private final Executor own;
  private final Queue<Runnable> kept = new ConcurrentLinkedQueue<>();
  private final Queue<CompletableFuture<Void>> started = new ConcurrentLinkedQueue<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile Executor chosen;

  /**
   * Makes them.
   *
   * @param own starts a thread for each task, or has one to spare
   */
  FlightThreads(Executor own) {
    this.own = own;
    areTheCallers();
  }

  /** Each flight runs on the thread of whoever starts it from now on. */
  void areTheCallers() {
    chosen = Runnable::run;
  }

  @Override
  public void execute(Runnable flight) {
    chosen.execute(flight);
    accepted.incrementAndGet();
  }

  /** Each flight has a thread of its own from now on, as in the library. */
  String areTheirOwn() {
    chosen = flight -> started.add(CompletableFuture.runAsync(flight, own));
    return "own";
  }

  /** Flights are kept from now on until they are run, on the thread that says so. */
  String areKept() {
    chosen = kept::add;
    return "kept";
  }

  /** Flights get lost from now on. */
  void areLost() {
    chosen = flight -> {};
  }

  /** The pool refuses from now on. */
  void areRefused() {
    chosen =
        flight -> {
          throw new RejectedExecutionException("no thread to spare");
        };
  }

  /** The operating system gives no more from now on. */
  void areNotToBeHad() {
    chosen =
        flight -> {
          throw new OutOfMemoryError("unable to create native thread");
        };
  }

  /** Runs what is kept. */
  void runAll() {
    for (Runnable flight = kept.poll(); flight != null; flight = kept.poll()) {
      flight.run();
    }
  }

  /** Waits until those that have threads of their own are over. */
  void settle() {
    for (CompletableFuture<Void> one = started.poll(); one != null; one = started.poll()) {
      one.join();
    }
  }

  /** Gives in words how many were ever accepted. */
  String account() {
    int flights = accepted.get();
    return flights + (flights == 1 ? " flight" : " flights");
  }
}
