package io.mpoauth2.benchmarks.contender;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The least that a shared token can cost: one volatile read. It is fetched once. */
final class FloorVolatile implements Contender {
  private volatile String token;

  FloorVolatile(Terms terms) {
    try {
      token = new TokenPost(terms).send();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String token() {
    return token;
  }

  @Override
  public String replace(String rejected) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
