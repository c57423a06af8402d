package io.mpoauth2.sandbox.junit;

import io.mpoauth2.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What may be left when tests are over: nothing, or it is named. */
final class LeakCheck {
  /** Threads of the library end a few seconds after their last work. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String THREADS = "mp-oauth2-client-";

  private final Sandbox sandbox;
  private final boolean connectionsMayStay;

  LeakCheck(Sandbox sandbox, boolean connectionsMayStay) {
    this.sandbox = sandbox;
    this.connectionsMayStay = connectionsMayStay;
  }

  /** Waits a while for what is about to end. */
  void assertNothingIsLeft(String tests) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<String> left = left();
    while (!left.isEmpty() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      left = left();
    }
    if (!left.isEmpty()) {
      throw new AssertionError("left behind by " + tests + ": " + String.join("; ", left));
    }
  }

  private List<String> left() {
    List<String> left = new ArrayList<>();
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && thread.getName().startsWith(THREADS))
        .forEach(thread -> left.add("the thread " + thread.getName()));
    sandbox.unanswered().forEach(request -> left.add("no answer yet to " + request));
    int connections = sandbox.openConnections();
    if (connections > 0 && !connectionsMayStay) {
      left.add(connections + " open connections; close the clients that hold them");
    }
    return left;
  }
}
