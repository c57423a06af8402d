package io.mpoauth2.client.endpoint.transport;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Gives a connection up for the thread that waits for it, when time is over or that thread was
 * interrupted: the JDK knows no time for the whole of a tunnel, a handshake or a head, and its
 * waits heed no interrupt. Looks again and again, because the JDK may be between two connections.
 */
final class Watch implements Runnable, AutoCloseable {
  private static final long PACE_MILLIS = 50;

  private final Runnable disconnect;
  private final Thread waiting = Thread.currentThread();
  private final Future<?> rounds;
  private volatile Deadline end;
  private volatile boolean isOff;

  /**
   * Begins to watch.
   *
   * @param timer what it runs on
   * @param disconnect ends the wait
   * @param end when time is over, at first
   */
  Watch(ScheduledExecutorService timer, Runnable disconnect, Deadline end) {
    this.disconnect = disconnect;
    this.end = end;
    this.rounds =
        timer.scheduleWithFixedDelay(this, PACE_MILLIS, PACE_MILLIS, TimeUnit.MILLISECONDS);
  }

  void until(Deadline later) {
    end = later;
  }

  @Override
  public void run() {
    if (!isOff && (end.isOver() || waiting.isInterrupted())) {
      try {
        disconnect.run();
      } catch (RuntimeException e) {
        // The JDK was between two connections; the next round sees to it.
      }
    }
  }

  /** Ends it. */
  @Override
  public void close() {
    isOff = true;
    rounds.cancel(false);
  }
}
