package io.mpoauth2.benchmarks.endpoint;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes tokens, no two alike and as long as a signed one, and knows when each of them ends. The
 * number at its beginning finds a token again without comparing the rest.
 */
final class IssuedTokens {
  private static final int LENGTH = 800;

  private final AtomicInteger issued = new AtomicInteger();
  private final Map<Integer, Long> ends = new ConcurrentHashMap<>();

  String next(Duration lifetime) {
    int number = issued.incrementAndGet();
    ends.put(number, System.nanoTime() + lifetime.toNanos());
    String start = number + ".";
    return start + "x".repeat(LENGTH - start.length());
  }

  boolean isEnded(String token) {
    Long end = ends.get(Integer.parseInt(token, 0, token.indexOf('.'), 10));
    return end == null || System.nanoTime() - end > 0;
  }
}
