package io.mpoauth2.concurrency;

import io.mpoauth2.client.cache.CachedTokenProvider;
import io.mpoauth2.client.cache.RefreshPolicy;
import io.mpoauth2.client.cache.Threads;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.ClientLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A cache whose clock, executor and authorization server are in the hands of a test. */
final class Bench {
  private static final Duration LIFETIME = Duration.ofSeconds(1000);

  /** Nobody waits as long as that, unless nobody releases him. */
  private static final Duration PROMISE = Duration.ofSeconds(10);

  private static final Duration A_CENTURY = Duration.ofDays(36_500);
  private static final Duration LONGEST_SPAN = Duration.ofSeconds(60);
  private static final InstantSource WALL_CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final RefreshPolicy WITHOUT_JITTER = new RefreshPolicy(() -> 0);

  /** Kept here, because a logger that nobody holds loses its level. */
  private static final Logger SILENT = Logger.getLogger("io.mpoauth2.client");

  static {
    SILENT.setLevel(Level.OFF);
  }

  private static final ClientLog LOG = new ClientLog("signicat");

  final CountingSource source;
  final KeptRenewals renewals = new KeptRenewals();
  final CachedTokenProvider tokens;
  private final AtomicLong nanos = new AtomicLong();

  Bench() {
    source = new CountingSource(PROMISE, LIFETIME);
    tokens = cached(nanos::get, renewals);
  }

  private Bench(Executor executor) {
    source = new CountingSource(PROMISE, LIFETIME);
    tokens = cached(nanos::get, executor);
  }

  private Bench(Duration perReading) {
    // Patience goes by this clock too, and tokens have to last.
    source = new CountingSource(A_CENTURY, A_CENTURY);
    tokens = cached(() -> nanos.addAndGet(perReading.toNanos()), renewals);
  }

  /** Gives a cache whose renewals run on the thread of the caller that causes them. */
  static Bench renewingOnTheCallersThread() {
    return new Bench((Executor) Runnable::run);
  }

  /** Gives a cache by whose clock every span is over at the next reading. */
  static Bench withoutSpans() {
    return new Bench(LONGEST_SPAN);
  }

  /** Gives what {@code token()} gives, in a word. */
  String token() {
    return Reply.to(tokens::token);
  }

  /** Gives what {@code replace(rejected)} gives, in a word. */
  String replace(AccessToken rejected) {
    return Reply.to(() -> tokens.replace(rejected));
  }

  /** Runs what renewals are queued. */
  String renews() {
    renewals.runAll();
    return "renewed";
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

  private CachedTokenProvider cached(LongSupplier clock, Executor executor) {
    Threads threads = new Threads(executor, Runnable::run, (delay, task) -> () -> {});
    return new CachedTokenProvider(source, WITHOUT_JITTER, clock, WALL_CLOCK, threads, LOG);
  }
}
