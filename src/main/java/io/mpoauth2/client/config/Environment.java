package io.mpoauth2.client.config;

import jakarta.json.Json;
import jakarta.json.stream.JsonParserFactory;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What an application has of its surroundings: threads, a clock, chance, JSON.
 *
 * <p>Renewals run on the server's threads or, where there are none to be had, each on a daemon
 * thread that is gone with it. No queue: a client whose server hangs does not keep the others from
 * theirs.
 */
final class Environment
    implements Executor, LongSupplier, DoubleSupplier, Callable<JsonParserFactory> {
  private final @Nullable Executor servers;
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Environment(@Nullable Executor servers) {
    this.servers = servers;
  }

  @Override
  public long getAsLong() {
    return System.nanoTime();
  }

  @Override
  public double getAsDouble() {
    return ThreadLocalRandom.current().nextDouble();
  }

  @Override
  public JsonParserFactory call() {
    return Json.createParserFactory(Map.of());
  }

  @Override
  public void execute(Runnable work) {
    if (closed) {
      throw new RejectedExecutionException();
    }
    if (servers != null) {
      try {
        servers.execute(work);
        return;
      } catch (RuntimeException e) {
        // It has too much to do, or does not know the calling thread.
      }
    }
    Thread thread = new Thread(null, work, "mp-oauth2-client-renewal", 0, false);
    thread.setDaemon(true);
    // Not the class loader of whatever request came first: it may belong to another application.
    thread.setContextClassLoader(Environment.class.getClassLoader());
    thread.start();
    keep(thread);
  }

  /** Takes no more work, and interrupts what runs on threads of its own. */
  void close() {
    closed = true;
    for (Thread thread : running) {
      thread.interrupt();
    }
  }

  private void keep(Thread started) {
    for (Iterator<Thread> each = running.iterator(); each.hasNext(); ) {
      if (!each.next().isAlive()) {
        each.remove();
      }
    }
    running.add(started);
    if (closed) {
      // Whoever closed in between may not have seen this one.
      started.interrupt();
    }
  }
}
