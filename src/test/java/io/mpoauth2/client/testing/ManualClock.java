package io.mpoauth2.client.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Time that stands until it is moved. The nanosecond counter starts a second before it overflows,
 * as {@link System#nanoTime()} may.
 */
public final class ManualClock implements InstantSource {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(1).toNanos());
  private final AtomicReference<Instant> wall =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public Instant instant() {
    return wall.get();
  }

  /** Lets time pass. */
  public void advance(Duration by) {
    nanos.addAndGet(by.toNanos());
    jumpWallClock(by);
  }

  /** Corrects the wall clock; no time passes. */
  public void jumpWallClock(Duration by) {
    wall.updateAndGet(at -> at.plus(by));
  }
}
