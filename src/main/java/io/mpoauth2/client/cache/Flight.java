package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.watch.Onlookers;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A token request under way, on a thread of its own, with a deadline and one outcome. It belongs to
 * nobody: who waits for it may leave at any time.
 */
final class Flight {
  /** The token that an API refused and that must not come again, null if it was told of none. */
  final @Nullable AccessToken refused;

  /** The cooldown during which it only looks at the settings, null if it sends in any case. */
  final @Nullable Cooldown look;

  /** Whether it was started for nobody. */
  final boolean aheadOfTime;

  /** Who watched when it started. */
  final Onlookers onlookers;

  final long startedAt;
  private volatile long sentAt;
  private volatile Duration timeout;
  private volatile TokenSource.@Nullable Exchange exchange;
  private volatile Runnable cancelAlarm = () -> {};
  private final CompletableFuture<AccessToken> outcome = new CompletableFuture<>();

  /** Not hung on the outcome: who completes that would run the code of others with them. */
  private final Queue<Runnable> stages = new ConcurrentLinkedQueue<>();

  private @Nullable Thread thread;

  Flight(
      @Nullable AccessToken refused,
      @Nullable Cooldown look,
      boolean aheadOfTime,
      Onlookers onlookers,
      long startedAt,
      Duration timeout) {
    this.refused = refused;
    this.look = look;
    this.aheadOfTime = aheadOfTime;
    this.onlookers = onlookers;
    this.startedAt = startedAt;
    this.sentAt = startedAt;
    this.timeout = timeout;
  }

  boolean wasToldOf(AccessToken token) {
    return refused != null && refused.value().equals(token.value());
  }

  /** Says whether the outcome is one for a caller who does not want the refused token. */
  boolean answers(@Nullable AccessToken unwanted, AccessToken token) {
    return unwanted == null || !unwanted.value().equals(token.value()) || wasToldOf(unwanted);
  }

  Duration timeout() {
    return timeout;
  }

  long deadline() {
    return startedAt + timeout.toNanos();
  }

  /** Notes what is being sent, so that it can be abandoned; its time-out holds from now on. */
  void sends(TokenSource.Exchange next, Duration nextTimeout, long now) {
    sentAt = now;
    exchange = next;
    timeout = nextTimeout;
  }

  /** Gives when it began to do what it does now: to send, or to read the settings before. */
  long sentAt() {
    return sentAt;
  }

  TokenSource.@Nullable Exchange exchange() {
    return exchange;
  }

  /** Keeps what cancels the alarm at its deadline, in place of an earlier one. */
  void keepAlarm(Runnable cancel) {
    cancelAlarm.run();
    cancelAlarm = cancel;
    if (hasLanded()) {
      cancel.run();
    }
  }

  /** Waits for the outcome, that many nanoseconds at most. */
  AccessToken await(long nanos) throws InterruptedException, ExecutionException, TimeoutException {
    return outcome.get(nanos, TimeUnit.NANOSECONDS);
  }

  boolean hasLanded() {
    return outcome.isDone();
  }

  void succeed(AccessToken token) {
    cancelAlarm.run();
    outcome.complete(token);
  }

  void fail(Throwable failure) {
    cancelAlarm.run();
    outcome.completeExceptionally(failure);
  }

  /** Has a stage completed after the outcome is there. */
  void addStage(BiConsumer<@Nullable AccessToken, @Nullable Throwable> completion) {
    stages.add(
        () -> {
          var unused = outcome.whenComplete(completion);
        });
  }

  /** Gives a stage to be completed, once; null if there are none left. */
  @Nullable Runnable nextStage() {
    return stages.poll();
  }

  synchronized void boards(@Nullable Thread next) {
    thread = next;
    if (next == null) {
      // Whoever gives up this flight must not hit what the thread does next.
      Thread.interrupted();
    }
  }

  synchronized boolean hasThread() {
    return thread != null;
  }

  /** Ends what its thread may still wait for. */
  void abandon() {
    synchronized (this) {
      if (thread != null) {
        thread.interrupt();
      }
    }
    TokenSource.Exchange sent = exchange;
    if (sent != null) {
      try {
        sent.abandon();
      } catch (RuntimeException | Error e) {
        // A source's own affair; who waits is to be released all the same.
      }
    }
  }
}
