package io.mpoauth2.benchmarks.contender;

import java.net.URI;
import java.time.Duration;

/**
 * What every contender is told.
 *
 * @param tokenEndpoint where tokens are asked for
 * @param lifetime how long they live there
 * @param timeout of connecting and of a request, where it can be set
 */
public record Terms(URI tokenEndpoint, Duration lifetime, Duration timeout) {
  private static final Duration EXPIRY_MARGIN = Duration.ofSeconds(30);
  private static final Duration REFRESH_MARGIN = Duration.ofMinutes(5);

  /**
   * The margin that the library comes to by itself. The rivals' are fixed, and most of them longer
   * than the short lives of a benchmark, so they get this one.
   */
  Duration expiryMargin() {
    return shorter(EXPIRY_MARGIN, lifetime.dividedBy(10));
  }

  /** As above, but for the jitter, which helps fleets only. */
  Duration refreshMargin() {
    return shorter(REFRESH_MARGIN, lifetime.dividedBy(2));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
