package io.mpoauth2.client.testing;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A thread that asks for a token once, and what became of it. */
public final class Caller {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Thread thread;
  private volatile @Nullable AccessToken token;
  private volatile @Nullable TokenException failure;
  private volatile boolean leftInterrupted;

  private Caller(Supplier<AccessToken> question) {
    thread = new Thread(() -> call(question), "caller");
    thread.setDaemon(true);
  }

  /** Starts a thread. */
  public static Caller asks(Supplier<AccessToken> question) {
    Caller caller = new Caller(question);
    caller.thread.start();
    return caller;
  }

  /** Starts many threads, then waits until each of them waits for something, or is done. */
  public static List<Caller> crowdAsks(int size, Supplier<AccessToken> question) {
    List<Caller> crowd = Stream.generate(() -> new Caller(question)).limit(size).toList();
    crowd.forEach(caller -> caller.thread.start());
    crowd.forEach(Caller::awaitWaiting);
    return crowd;
  }

  /** Waits until the thread waits for something, or is done. */
  public void awaitWaiting() {
    long start = System.nanoTime();
    while (true) {
      switch (thread.getState()) {
        case WAITING, TIMED_WAITING, TERMINATED -> {
          return;
        }
        default -> Thread.onSpinWait();
      }
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new AssertionError("the thread does not come to rest");
      }
    }
  }

  /** Waits until one of them is done, and gives that one. */
  public static Caller awaitFirstDone(List<Caller> crowd) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      for (Caller caller : crowd) {
        if (!caller.thread.isAlive()) {
          return caller;
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("all of them still wait");
  }

  public void interrupt() {
    thread.interrupt();
  }

  /** Gives the token that the thread got, null if it got none. */
  public @Nullable AccessToken token() {
    awaitEnd();
    return token;
  }

  /** Gives the exception that the thread got, null if it got a token. */
  public @Nullable TokenException failure() {
    awaitEnd();
    return failure;
  }

  /** Says whether the interrupt flag was set when the thread had its outcome. */
  public boolean leftInterrupted() {
    awaitEnd();
    return leftInterrupted;
  }

  private void call(Supplier<AccessToken> question) {
    try {
      token = question.get();
    } catch (TokenException e) {
      failure = e;
    }
    leftInterrupted = Thread.currentThread().isInterrupted();
  }

  private void awaitEnd() {
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for a caller", e);
    }
    if (thread.isAlive()) {
      throw new AssertionError("the caller still waits");
    }
  }
}
