package io.mpoauth2.concurrency;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Threads of which nothing but the order of their steps is left open. */
final class Threads {
  private Threads() {}

  /** Calls each from a thread of its own, and gives what they got, in order. */
  @SafeVarargs
  static List<String> call(Supplier<String>... calls) {
    String[] replies = new String[calls.length];
    List<Thread> threads =
        IntStream.range(0, calls.length)
            .mapToObj(i -> new Thread(() -> replies[i] = calls[i].get()))
            .toList();
    threads.forEach(Thread::start);
    threads.forEach(Threads::join);
    return List.of(replies);
  }

  /** Starts one for a flight. */
  static void start(Runnable flight) {
    new Thread(flight).start();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts here", e);
    }
  }
}
