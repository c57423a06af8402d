package io.mpoauth2.client.jaxrs.runtime;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a request's body as it is written, behind all interceptors, up to a limit. Past the limit
 * nothing is kept at all, and only a body that was written to its end is one.
 */
final class BodyCopy extends FilterOutputStream {
  /** How far the body has been written. */
  enum State {
    /** Not to its end, as far as anybody knows. */
    OPEN,
    /** To its end. */
    COMPLETE,
    /** Its transport failed. */
    BROKEN
  }

  private final int limit;
  private @Nullable ByteArrayOutputStream kept = new ByteArrayOutputStream(256);
  private volatile State state = State.OPEN;

  /** Makes a stream that writes to {@code out} and keeps a copy. */
  BodyCopy(OutputStream out, int limit) {
    super(out);
    this.limit = limit;
  }

  State state() {
    return state;
  }

  /** Says that all of it was written, where nobody closes it. */
  void end() {
    if (state == State.OPEN) {
      state = State.COMPLETE;
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    passOn(() -> out.write(bytes, from, length));
    keep(bytes, from, length);
  }

  @Override
  public void flush() throws IOException {
    passOn(out::flush);
  }

  @Override
  public void close() throws IOException {
    passOn(out::close);
    end();
  }

  /** Gives the whole body, null if it was too large. */
  byte @Nullable [] bytes() {
    ByteArrayOutputStream all = kept;
    return all == null ? null : all.toByteArray();
  }

  /** Frees the memory as soon as it is clear that nothing is sent again. */
  void forget() {
    kept = null;
  }

  private void keep(byte[] bytes, int from, int length) {
    ByteArrayOutputStream sofar = kept;
    if (sofar == null) {
      return;
    }
    if (length > limit - sofar.size()) {
      kept = null;
    } else {
      sofar.write(bytes, from, length);
    }
  }

  private void passOn(Step step) throws IOException {
    boolean done = false;
    try {
      step.take();
      done = true;
    } finally {
      if (!done) {
        state = State.BROKEN;
      }
    }
  }

  @FunctionalInterface
  private interface Step {
    void take() throws IOException;
  }
}
