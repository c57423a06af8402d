package io.mpoauth2.concurrency;

import java.util.function.Supplier;

/** A call whose thread may be interrupted by another one, but never before or after it. */
final class InterruptibleCall {
  private Thread caller;

  /** Calls, and leaves the thread without an interruption. */
  String during(Supplier<String> call) {
    becomes(Thread.currentThread());
    try {
      return call.get();
    } finally {
      becomes(null);
      Thread.interrupted();
    }
  }

  /** Interrupts the call if it is under way. */
  synchronized void interrupt() {
    if (caller != null) {
      caller.interrupt();
    }
  }

  /** Interrupts the call if it is under way, and says so. */
  String interrupts() {
    interrupt();
    return "interrupted";
  }

  private synchronized void becomes(Thread thread) {
    caller = thread;
  }
}
