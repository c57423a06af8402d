package io.mpoauth2.fuzzing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * How long the library may need for what others say, in processor time: another program that is
 * busy does not count, and neither does what happens once, such as compiling.
 */
public final class InTime {
  private static final ThreadMXBean TIME = ManagementFactory.getThreadMXBean();
  private static final int TRIES = 4;

  private InTime() {}

  /** What reads something; may throw what it wants. */
  @FunctionalInterface
  public interface Reading {
    void run() throws Exception;
  }

  /**
   * Reads something short. Fifty milliseconds without the fuzzer's probes, which take ten times.
   */
  public static void ofAnyAnswer(Reading reading) {
    of(Duration.ofMillis(500), reading);
  }

  /** Reads a mebibyte, half a request timeout long; the fuzzer's probes take most of it. */
  public static void ofALongAnswer(Reading reading) {
    of(Duration.ofSeconds(5), reading);
  }

  private static void of(Duration limit, Reading reading) {
    long least = Long.MAX_VALUE;
    for (int tries = 0; tries < TRIES; tries++) {
      least = Math.min(least, taken(reading));
      if (least <= limit.toNanos()) {
        return;
      }
    }
    throw new AssertionError("took " + Duration.ofNanos(least) + " and not " + limit);
  }

  private static long taken(Reading reading) {
    long start = TIME.getCurrentThreadCpuTime();
    try {
      reading.run();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError("nobody expects this", e);
    }
    return TIME.getCurrentThreadCpuTime() - start;
  }
}
