package io.mpoauth2.client.endpoint.transport;

import java.time.Duration;

/**
 * A point in time.
 *
 * @param nanoTime in the JVM's own count, which may overflow
 */
record Deadline(long nanoTime) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Gives the earlier one of this and another. */
  Deadline orEarlier(Deadline other) {
    return nanoTime - other.nanoTime < 0 ? this : other;
  }

  boolean isOver() {
    return nanoTime - System.nanoTime() <= 0;
  }

  /** Gives what is left for the JDK, which takes zero for ever. */
  int millis() {
    long left = Duration.ofNanos(nanoTime - System.nanoTime()).plusNanos(999_999).toMillis();
    return (int) Math.max(1, Math.min(left, Integer.MAX_VALUE));
  }
}
