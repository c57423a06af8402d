package io.mpoauth2.benchmarks.scenario;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers who stand ready, and are released at once. */
final class AtOnce {
  private final ExecutorService threads;
  private final int callers;

  AtOnce(ExecutorService threads, int callers) {
    this.threads = threads;
    this.callers = callers;
  }

  /**
   * Lets each of them call once.
   *
   * @return the seconds from their release until the last one was done
   */
  double call(Runnable call) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(callers);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(callers);
    AtomicInteger failed = new AtomicInteger();
    for (int i = 0; i < callers; i++) {
      threads.execute(
          () -> {
            try {
              ready.countDown();
              release.await();
              call.run();
            } catch (RuntimeException | InterruptedException e) {
              failed.incrementAndGet();
            } finally {
              done.countDown();
            }
          });
    }
    ready.await();
    long start = System.nanoTime();
    release.countDown();
    done.await();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (failed.get() > 0) {
      throw new IllegalStateException(failed + " of " + callers + " calls failed");
    }
    return seconds;
  }
}
