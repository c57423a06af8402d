package io.mpoauth2.client.cache;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What time it is.
 *
 * @param nanoTime the monotonic clock, by which everything is decided
 * @param wall the clock on the wall, which may jump: for the times in messages
 */
record Clock(LongSupplier nanoTime, InstantSource wall) {
  long now() {
    return nanoTime.getAsLong();
  }

  Instant wallNow() {
    return wall.instant();
  }
}
