package io.mpoauth2.benchmarks.contender;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A volatile read, and a look at the clock. The token is fetched once. */
final class FloorNano implements Contender {
  private volatile Kept kept;

  FloorNano(Terms terms) {
    try {
      long end = System.nanoTime() + terms.lifetime().toNanos();
      kept = new Kept(new TokenPost(terms).send(), end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String token() {
    Kept now = kept;
    if (System.nanoTime() - now.end >= 0) {
      throw new IllegalStateException("this floor has no second token");
    }
    return now.token;
  }

  @Override
  public String replace(String rejected) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}

  private record Kept(String token, long end) {}
}
