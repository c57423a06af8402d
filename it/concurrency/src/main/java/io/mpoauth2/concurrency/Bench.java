package io.mpoauth2.concurrency;

import io.mpoauth2.client.cache.CachedTokenProvider;
import io.mpoauth2.client.cache.RefreshPolicy;
import io.mpoauth2.client.cache.Threads;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.watch.ClientWatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A cache whose clock, threads and authorization server are in the hands of a test. */
final class Bench {
  private static final Duration LIFETIME = Duration.ofSeconds(1000);

  /** Nobody waits as long as that, unless nobody releases him. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration NO_PATIENCE = Duration.ofNanos(1);
  private static final Duration A_CENTURY = Duration.ofDays(36_500);
  private static final Duration LONGEST_SPAN = Duration.ofSeconds(60);
  private static final InstantSource WALL_CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final RefreshPolicy WITHOUT_JITTER = new RefreshPolicy(() -> 0);

  /** Kept here, because a logger that nobody holds loses its level. */
  private static final Logger SILENT = Logger.getLogger("io.mpoauth2.client");

  static {
    SILENT.setLevel(Level.OFF);
  }

  private static final ClientWatch WATCH = ClientWatch.unwatched("signicat");

  final CountingSource source;
  final FlightThreads flights;
  final Alarms alarms = new Alarms();
  final CachedTokenProvider tokens;
  private final AtomicLong nanos = new AtomicLong();

  Bench() {
    this(Pool.THREADS);
  }

  /**
   * Makes a cache.
   *
   * @param own what flights run on that have threads of their own
   */
  Bench(Executor own) {
    flights = new FlightThreads(own);
    source = new CountingSource(PATIENCE, LIFETIME);
    tokens = cached(nanos::get);
  }

  private Bench(Duration promise, Duration lifetime, Duration perReading) {
    flights = new FlightThreads(Pool.THREADS);
    source = new CountingSource(promise, lifetime);
    tokens = cached(() -> nanos.addAndGet(perReading.toNanos()));
  }

  /** Not made before a test wants it. */
  private static final class Pool {
    static final ExecutorService THREADS =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "flight");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Gives a cache by whose clock every span is over at the next reading. */
  static Bench withoutSpans() {
    // Patience goes by this clock too, and tokens have to last.
    return new Bench(A_CENTURY, A_CENTURY, LONGEST_SPAN);
  }

  /** Gives a cache whose callers hardly wait, once it has read its settings. */
  static Bench withoutPatience() {
    return new Bench(NO_PATIENCE, LIFETIME, Duration.ZERO);
  }

  /** Gives what {@code token()} gives, in a word. */
  String token() {
    return Reply.to(tokens::token);
  }

  /** Gives what {@code replace(rejected)} gives, in a word. */
  String replace(AccessToken rejected) {
    return Reply.to(() -> tokens.replace(rejected));
  }

  /** Runs the flights that are kept. */
  String flies() {
    flights.runAll();
    return "flown";
  }

  /** Ends the cache. */
  String closes() {
    tokens.close();
    return "closed";
  }

  void passes(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** Lets time pass until a token that is new now is stale, but not expired. */
  void tokenBecomesStale() {
    passes(Duration.ofSeconds(800));
  }

  /** Lets time pass until a token that is new now is expired. */
  void tokenExpires() {
    passes(Duration.ofSeconds(970));
  }

  /** Lets time pass until a first failure is forgiven. */
  void cooldownEnds() {
    passes(Duration.ofSeconds(1));
  }

  private CachedTokenProvider cached(LongSupplier clock) {
    Threads threads = new Threads(flights, Runnable::run, alarms);
    return new CachedTokenProvider(source, WITHOUT_JITTER, clock, WALL_CLOCK, threads, WATCH);
  }
}
