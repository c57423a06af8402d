package io.mpoauth2.concurrency;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps renewals until they are run, on the thread that says so. */
final class KeptRenewals implements Executor {
  private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile boolean rejecting;

  @Override
  public void execute(Runnable renewal) {
    if (rejecting) {
      throw new RejectedExecutionException("no thread to spare");
    }
    accepted.incrementAndGet();
    queue.add(renewal);
  }

  void rejects() {
    rejecting = true;
  }

  String acceptsAgain() {
    rejecting = false;
    return "accepting";
  }

  /** Runs what is queued. */
  void runAll() {
    for (Runnable renewal = queue.poll(); renewal != null; renewal = queue.poll()) {
      renewal.run();
    }
  }

  /** Gives in words how many renewals were ever accepted. */
  String account() {
    int renewals = accepted.get();
    return renewals + (renewals == 1 ? " renewal" : " renewals");
  }
}
