package io.mpoauth2.client.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Where threads are held until the test lets them through. */
public final class Gate {
  private static final long PATIENCE_SECONDS = 20;

  private final Semaphore arrived = new Semaphore(0);
  private final CountDownLatch opened = new CountDownLatch(1);

  /** Waits until one more thread stands at the gate. */
  public void awaitArrival() throws InterruptedException {
    if (!arrived.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody came");
    }
  }

  public void open() {
    opened.countDown();
  }

  public void pass() throws InterruptedException {
    arrived.release();
    if (!opened.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the gate was never opened");
    }
  }

  /** Waits on even if the thread is interrupted, which is forgotten. */
  public void passWhateverHappens() {
    arrived.release();
    while (true) {
      try {
        if (!opened.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw new AssertionError("the gate was never opened");
        }
        return;
      } catch (InterruptedException e) {
        // As a look-up of a name.
      }
    }
  }
}
