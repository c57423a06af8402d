package io.mpoauth2.client.jaxrs.runtime;

import jakarta.ws.rs.client.ClientResponseContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The body of an answer that is to be replaced by another one. Nobody knows how long it takes to
 * come, so a thread of the library's reads it, and its caller waits for a second.
 */
final class FirstAnswer {
  private static final int LONGEST_KEPT = 64 * 1024;
  private static final int MOMENT_MILLIS = 1_000;

  private final InputStream body;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  private FirstAnswer(InputStream body) {
    this.body = body;
  }

  /**
   * Reads an answer to its end, which frees its connection. It is not closed: RESTEasy would refuse
   * to read the second answer then. What is beyond 64 kB is thrown away.
   *
   * @param breakOff ends its connection at once where it does not come to its end; that nobody
   *     reads any more, and to close its stream might be to wait for the rest
   * @return whether the end came within a second; the answer's body is now what came of it
   */
  static boolean readAway(ClientResponseContext response, Executor threads, Step breakOff) {
    InputStream body = response.getEntityStream();
    if (body == null) {
      return true;
    }
    FirstAnswer answer = new FirstAnswer(body);
    boolean whole = isDoneBy(threads, answer::read);
    if (!whole) {
      isDoneBy(threads, breakOff);
    }
    response.setEntityStream(answer.whatCame());
    return whole;
  }

  private static boolean isDoneBy(Executor threads, Step step) {
    try {
      return isOverSoon(
          CompletableFuture.runAsync(
              () -> {
                try {
                  step.run();
                } catch (Exception e) {
                  throw new CompletionException(e);
                }
              },
              threads));
    } catch (ExecutionException
        | TimeoutException
        | RejectedExecutionException
        | OutOfMemoryError e) {
      // It broke off, takes its time, or there is no thread.
      return false;
    }
  }

  /** Who is interrupted waits too, for the moment that it is: or the answer would lose its body. */
  private static boolean isOverSoon(CompletableFuture<Void> step)
      throws ExecutionException, TimeoutException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOMENT_MILLIS);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          step.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
          return true;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void read() throws IOException {
    byte[] some = new byte[8 * 1024];
    for (int count = body.read(some); count >= 0; count = body.read(some)) {
      keep(some, count);
    }
  }

  private void keep(byte[] some, int count) {
    synchronized (kept) {
      kept.write(some, 0, Math.min(count, LONGEST_KEPT - kept.size()));
    }
  }

  private InputStream whatCame() {
    synchronized (kept) {
      return new ByteArrayInputStream(kept.toByteArray());
    }
  }

  /** A step that may fail. */
  @FunctionalInterface
  interface Step {
    void run() throws Exception;
  }
}
