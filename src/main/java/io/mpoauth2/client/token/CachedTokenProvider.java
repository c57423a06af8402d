package io.mpoauth2.client.token;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the token of a {@link TokenSource} and asks for a new one when it must. Thread-safe; no
 * lock is held while the source is asked.
 *
 * <p>Only the holder of the flight writes {@code current} and {@code outage}, but for unusable
 * settings found by a renewal.
 */
public final class CachedTokenProvider implements TokenProvider, ClientLog.Owner {
  private final TokenSource source;
  private final RefreshPolicy policy;
  private final LongSupplier nanoTime;
  private final InstantSource wallClock;
  private final Executor renewals;
  private final ClientLog log;
  private final AtomicReference<@Nullable SingleFlight> flight = new AtomicReference<>();
  private final AsyncCallers asyncCallers;
  private final AtomicBoolean renewalQueued = new AtomicBoolean();
  private volatile @Nullable CachedToken current;
  private final AtomicReference<@Nullable Outage> outage = new AtomicReference<>();

  /** The outage that was warned of last, by its beginning and kind; of renewals only. */
  private volatile @Nullable String warnedOf;

  /**
   * Makes an empty cache; nothing is fetched before the first call.
   *
   * @param source where tokens come from
   * @param policy the decisions about time
   * @param nanoTime a monotonic clock in nanoseconds, as {@link System#nanoTime()}
   * @param wallClock for the times in messages only
   * @param renewals runs renewals ahead of time, and requests that asynchronous callers wait for;
   *     may reject them: then callers fetch in the end, and asynchronous ones fail
   * @param log where failed renewals are told
   */
  public CachedTokenProvider(
      TokenSource source,
      RefreshPolicy policy,
      LongSupplier nanoTime,
      InstantSource wallClock,
      Executor renewals,
      ClientLog log) {
    this.source = source;
    this.policy = policy;
    this.nanoTime = nanoTime;
    this.wallClock = wallClock;
    this.renewals = renewals;
    this.asyncCallers = new AsyncCallers(this, renewals);
    this.log = log;
  }

  @Override
  public AccessToken token() {
    AccessToken usable = usable();
    return usable == null ? obtain(null, false) : usable;
  }

  @Override
  public AccessToken replace(AccessToken rejected) {
    return isCurrent(rejected) ? obtain(rejected, false) : token();
  }

  @Override
  public CompletionStage<AccessToken> tokenAsync() {
    AccessToken usable = usable();
    return usable == null ? asyncCallers.ask(null) : CompletableFuture.completedStage(usable);
  }

  @Override
  public CompletionStage<AccessToken> replaceAsync(AccessToken rejected) {
    if (!isCurrent(rejected)) {
      return tokenAsync();
    }
    AccessToken cached = answer(rejected, false);
    return cached == null ? asyncCallers.ask(rejected) : CompletableFuture.completedStage(cached);
  }

  @Override
  public ClientLog log() {
    return log;
  }

  @Override
  public String toString() {
    return "CachedTokenProvider[" + log.client() + "]";
  }

  private @Nullable AccessToken usable() {
    CachedToken cached = current;
    if (cached == null) {
      return null;
    }
    long now = nanoTime.getAsLong();
    if (cached.isFresh(now)) {
      return cached.token;
    }
    if (!cached.isUsable(now)) {
      return null;
    }
    renewInBackground();
    return cached.token;
  }

  private boolean isCurrent(AccessToken token) {
    CachedToken cached = current;
    return cached != null && isSame(cached.token, token);
  }

  private void renewInBackground() {
    Outage seen = outage.get();
    long now = nanoTime.getAsLong();
    boolean pointless = seen != null && seen.isCoolingDown(now) && !seen.isLookDue(now);
    if (pointless || !renewalQueued.compareAndSet(false, true)) {
      return;
    }
    boolean accepted = false;
    try {
      renewals.execute(this::renew);
      accepted = true;
    } catch (RuntimeException e) {
      // Rejected, as when the application ends: the token can still be used.
    } finally {
      if (!accepted) {
        // Also after an error such as "unable to create native thread", or nobody would try again.
        renewalQueued.set(false);
      }
    }
  }

  private void renew() {
    Outage seen = outage.get();
    try {
      obtain(null, true);
    } catch (TokenException e) {
      // During a cooldown nothing was sent, and what happened before it was said then.
      if (e.nextAttempt().isEmpty()) {
        tellFailedRenewal(e);
      }
    } catch (RuntimeException e) {
      // Not over that of a leader, who has asked meanwhile.
      outage.compareAndSet(seen, after(seen, null, null));
      tellFailedRenewal(e);
    } finally {
      renewalQueued.set(false);
    }
  }

  private Outage after(
      @Nullable Outage seen,
      @Nullable TokenException reason,
      TokenSource.@Nullable Exchange exchange) {
    return new Outage(seen, reason, exchange, policy, nanoTime.getAsLong(), wallClock.instant());
  }

  private void tellFailedRenewal(RuntimeException failure) {
    Outage now = outage.get();
    if (now != null && !now.topic().equals(warnedOf)) {
      warnedOf = now.topic();
      log.warn(
          "the token could not be renewed ahead of time; the old one serves until it ends."
              + " Next attempt not before "
              + now.nextAttempt()
              + ". "
              + ClientLog.reason(failure));
    } else {
      log.debug("still no new token: " + ClientLog.reason(failure));
    }
  }

  /**
   * Gives a token that answers the need, from the cache, from the request of another thread, or
   * from a request of its own.
   *
   * @param rejected the token that will not do, null if any will
   * @param fresh whether a stale one will not do
   */
  private AccessToken obtain(@Nullable AccessToken rejected, boolean fresh) {
    long start = nanoTime.getAsLong();
    while (true) {
      AccessToken cached = answer(rejected, fresh);
      if (cached != null) {
        return cached;
      }
      SingleFlight running = flight.get();
      if (running != null) {
        AccessToken others = follow(running, start);
        if (others != null && !isSame(others, rejected)) {
          return others;
        }
        continue;
      }
      Outage seen = outage.get();
      TokenSource.Exchange exchange = prepare(seen);
      SingleFlight mine = new SingleFlight(flight, exchange.timeout());
      if (mine.takeOff()) {
        AccessToken fetched = lead(mine, exchange, seen, rejected, fresh);
        if (fetched != null) {
          return fetched;
        }
      }
    }
  }

  private @Nullable AccessToken answer(@Nullable AccessToken rejected, boolean fresh) {
    CachedToken cached = current;
    if (cached == null) {
      return null;
    }
    long now = nanoTime.getAsLong();
    if (rejected == null || !isSame(cached.token, rejected)) {
      return (fresh ? cached.isFresh(now) : cached.isUsable(now)) ? cached.token : null;
    }
    if (!cached.isUsable(now) || !cached.isWithinSpan(now)) {
      return null;
    }
    cached.refusedWithinSpan();
    return rejected;
  }

  private TokenSource.Exchange prepare(@Nullable Outage seen) {
    long now = nanoTime.getAsLong();
    if (seen == null || !seen.isCoolingDown(now)) {
      return source.prepare();
    }
    TokenSource.Exchange changed = seen.changed(source, now);
    if (changed == null) {
      throw seen.refusal();
    }
    return changed;
  }

  /** Sends the request; gives null if meanwhile another leader settled what it was for. */
  private @Nullable AccessToken lead(
      SingleFlight mine,
      TokenSource.Exchange exchange,
      @Nullable Outage seen,
      @Nullable AccessToken rejected,
      boolean fresh) {
    AccessToken token = null;
    TokenException failure = null;
    try {
      if (outage.get() != seen || answer(rejected, fresh) != null) {
        return null;
      }
      token = fetch(exchange, rejected);
      return token;
    } catch (TokenException e) {
      failure = e;
      outage.set(after(seen, e, exchange));
      throw e;
    } catch (InterruptedException e) {
      throw interrupted();
    } finally {
      mine.land(token, failure);
    }
  }

  private AccessToken fetch(TokenSource.Exchange exchange, @Nullable AccessToken rejected)
      throws InterruptedException {
    // Before sending: the lifetime counts from when the answer was made, which was later than this.
    long sentAt = nanoTime.getAsLong();
    IssuedToken issued;
    long staleAt;
    long expiredAt;
    try {
      issued = exchange.send();
      staleAt = sentAt + policy.freshFor(issued).toNanos();
      expiredAt = sentAt + policy.usableFor(issued).toNanos();
    } catch (TokenException | InterruptedException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      // A fault of ours must cool down like any other, or every caller would send a request.
      throw new TokenUnavailableException(
          log.about("the token request failed: " + ClientLog.reason(e)), null);
    }
    CachedToken before = current;
    boolean replacement = before != null && rejected != null && isSame(before.token, rejected);
    current =
        new CachedToken(
            issued.token(),
            staleAt,
            expiredAt,
            nanoTime.getAsLong(),
            replacement && before != null ? before.successorsSpan() : Duration.ZERO);
    Outage ended = outage.getAndSet(null);
    if (ended != null) {
      log.info("a new token after " + ended.failures() + " failed request(s)");
    }
    return issued.token();
  }

  private @Nullable AccessToken follow(SingleFlight running, long start) {
    long patience = running.timeout().toNanos() - (nanoTime.getAsLong() - start);
    try {
      return running.await(patience);
    } catch (TimeoutException e) {
      throw new TokenUnavailableException(
          log.about(
              "waited "
                  + running.timeout()
                  + " for the token request of another thread, which is still under way; if the token"
                  + " endpoint needs that long, raise "
                  + log.property("request-timeout")),
          null);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private TokenUnavailableException interrupted() {
    Thread.currentThread().interrupt();
    return new TokenUnavailableException(
        log.about("the thread was interrupted while it waited for a token"), null);
  }

  private static boolean isSame(AccessToken token, @Nullable AccessToken other) {
    return other != null && token.value().equals(other.value());
  }
}
