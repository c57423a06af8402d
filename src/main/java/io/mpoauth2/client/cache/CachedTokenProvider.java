package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.operation.Brake;
import io.mpoauth2.client.token.watch.ClientWatch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the token of a {@link TokenSource} and has a new one asked for when it must. Thread-safe.
 * Callers never ask themselves: they wait for a flight, and may leave.
 */
public final class CachedTokenProvider implements TokenProvider, ClientWatch.Owner, AutoCloseable {
  private final Flights flights;

  /** That of the flights, without a detour, as the clock below. */
  private final Slot slot;

  /** The clock of the flights, without a detour: with a token, nothing else is asked. */
  private final LongSupplier nanoTime;

  private final ClientWatch watch;

  /**
   * Makes an empty cache; nothing is asked for before the first call.
   *
   * @param source where tokens come from
   * @param policy the decisions about time
   * @param nanoTime a monotonic clock in nanoseconds, as {@link System#nanoTime()}
   * @param wallClock for the times in messages only
   * @param threads on which it does its work
   * @param watch who is told what happens
   */
  public CachedTokenProvider(
      TokenSource source,
      RefreshPolicy policy,
      LongSupplier nanoTime,
      InstantSource wallClock,
      Threads threads,
      ClientWatch watch) {
    this.flights = new Flights(source, policy, new Clock(nanoTime, wallClock), threads, watch);
    this.slot = flights.slot();
    this.nanoTime = nanoTime;
    this.watch = watch;
  }

  @Override
  public AccessToken token() {
    AccessToken usable = usable(nanoTime.getAsLong(), slot.state());
    return usable == null ? Waiting.obtain(flights, null) : usable;
  }

  @Override
  public AccessToken replace(AccessToken rejected) {
    AccessToken other = otherThan(rejected);
    return other == null ? Waiting.obtain(flights, rejected) : other;
  }

  @Override
  public CompletionStage<AccessToken> tokenAsync() {
    AccessToken usable = usable(nanoTime.getAsLong(), slot.state());
    return usable == null
        ? PendingStage.obtain(flights, null)
        : CompletableFuture.completedStage(usable);
  }

  @Override
  public CompletionStage<AccessToken> replaceAsync(AccessToken rejected) {
    AccessToken other = otherThan(rejected);
    return other == null
        ? PendingStage.obtain(flights, rejected)
        : CompletableFuture.completedStage(other);
  }

  /**
   * Asks for no more tokens and fails who waits for one with an {@link IllegalStateException}; a
   * token that can still be used is still given out.
   */
  @Override
  public void close() {
    flights.close();
  }

  @Override
  public ClientWatch watch() {
    return watch;
  }

  @Override
  public @Nullable Brake brake(String value) {
    Generation cached = slot.state().current();
    long now = nanoTime.getAsLong();
    if (cached == null
        || !cached.token.value().equals(value)
        || !RefreshPolicy.isWithinSpan(cached, now)) {
      return null;
    }
    Duration age = Duration.ofNanos(now - cached.storedAt);
    return new Brake(age, cached.span.minus(age));
  }

  @Override
  public String toString() {
    return "CachedTokenProvider[" + watch.log().client() + "]";
  }

  /**
   * Gives the token if it can be used, and has it renewed meanwhile if it is time for that. The
   * clock is read before the state: the processor finds the token while it waits for the clock,
   * which it does not the other way round.
   */
  private @Nullable AccessToken usable(long now, State seen) {
    Generation cached = seen.current();
    if (cached == null) {
      return null;
    }
    Freshness freshness = RefreshPolicy.freshness(cached, now);
    if (freshness == Freshness.STALE) {
      flights.renew(seen);
    }
    return freshness == Freshness.EXPIRED ? null : cached.token;
  }

  /** Gives the token that has taken the place of a refused one; null if none has, or it is over. */
  private @Nullable AccessToken otherThan(AccessToken rejected) {
    long now = nanoTime.getAsLong();
    State seen = slot.state();
    return seen.isCurrent(rejected) ? null : usable(now, seen);
  }
}
