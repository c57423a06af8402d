package io.mpoauth2.client.testing;

import io.mpoauth2.client.cache.CachedTokenProvider;
import io.mpoauth2.client.cache.RefreshPolicy;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.watch.ClientWatch;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An authorization server and its settings as the test wants them. It hands out {@code token-1},
 * {@code token-2} and so on, each of which lives for 1000 s, is stale from 700 s (before jitter)
 * and expired from 970 s.
 */
public final class ScriptedSource implements TokenSource {
  private final ManualClock clock;
  private final AtomicInteger prepared = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger abandoned = new AtomicInteger();
  private volatile IntFunction<String> values = number -> "token-" + number;
  private volatile Duration lifetime = Duration.ofSeconds(1000);
  private volatile Duration expiryMargin = Duration.ofSeconds(30);
  private volatile Duration refreshMargin = Duration.ofMinutes(5);
  private volatile Duration takes = Duration.ZERO;
  private volatile Duration timeout = Duration.ofSeconds(10);
  private volatile String settings = "as deployed";
  private volatile @Nullable Throwable problem;
  private volatile @Nullable Supplier<? extends RuntimeException> failure;
  private volatile @Nullable Gate gate;
  private volatile Duration left = Duration.ZERO;
  private volatile @Nullable RuntimeException thrownWhenGivenUp;
  private volatile boolean heedsNoInterrupt;
  private volatile boolean changesAlways;
  private final AtomicReference<@Nullable AccessToken> told = new AtomicReference<>();
  private final AtomicReference<@Nullable Runnable> meanwhile = new AtomicReference<>();
  private final AtomicReference<@Nullable Runnable> afterwards = new AtomicReference<>();

  public ScriptedSource(ManualClock clock) {
    this.clock = clock;
  }

  /** Gives a cache of this source's tokens, without jitter, for the client {@code signicat}. */
  public CachedTokenProvider cachedWith(ManualThreads threads) {
    return cachedWith(threads, ClientWatch.unwatched("signicat"));
  }

  /** Gives the same for a client that others watch. */
  public CachedTokenProvider cachedWith(ManualThreads threads, ClientWatch watch) {
    return new CachedTokenProvider(
        this, new RefreshPolicy(() -> 0), clock::nanoTime, clock, threads.threads(), watch);
  }

  /** Gives the refused token that was told last, null if none was. */
  public @Nullable AccessToken told() {
    return told.get();
  }

  @Override
  public Exchange prepare(@Nullable AccessToken refused) {
    told.set(refused);
    prepared.incrementAndGet();
    Runnable event = meanwhile.getAndSet(null);
    if (event != null) {
      event.run();
    }
    Throwable thrown = problem;
    if (thrown != null) {
      throw ScriptedSource.<RuntimeException>thrown(thrown);
    }
    Request request =
        new Request(this, changesAlways ? settings + prepared.get() : settings, timeout);
    Runnable change = afterwards.getAndSet(null);
    if (change != null) {
      change.run();
    }
    return request;
  }

  /** Gives how often the settings were read. */
  public int prepared() {
    return prepared.get();
  }

  /** Gives how many requests were sent. */
  public int sent() {
    return sent.get();
  }

  /** Gives how many requests were given up. */
  public int abandoned() {
    return abandoned.get();
  }

  /** Gives what was left of the time for the request that was sent last. */
  public Duration left() {
    return left;
  }

  public void lifetime(Duration lifetime) {
    this.lifetime = lifetime;
  }

  public void margins(Duration expiryMargin, Duration refreshMargin) {
    this.expiryMargin = expiryMargin;
    this.refreshMargin = refreshMargin;
  }

  /** Hands out another value from the request after the next one on. */
  public void handsOutNext(String value) {
    int next = sent.get() + 1;
    IntFunction<String> before = values;
    values = number -> number <= next ? before.apply(number) : value;
  }

  /** Has something happen while the settings are read the next time, and only then. */
  public void whileSettingsAreRead(Runnable event) {
    meanwhile.set(event);
  }

  /** Has something happen when the settings were read the next time, and only then. */
  public void afterTheNextReading(Runnable event) {
    afterwards.set(event);
  }

  /** No two readings of the settings give the same from now on. */
  public void settingsChangeWithEachReading() {
    changesAlways = true;
  }

  /** Hands out the same value from now on. */
  public void handsOut(String value) {
    values = number -> value;
  }

  /** Lets time pass while each request is under way. */
  public void takes(Duration time) {
    takes = time;
  }

  /** Promises to have an answer within this time. */
  public void promises(Duration timeout) {
    this.timeout = timeout;
  }

  /** Fails each request from now on. */
  public void fails(Supplier<? extends RuntimeException> failure) {
    this.failure = failure;
  }

  /** Refuses each request from now on. */
  public void refuses(String error) {
    fails(() -> TokenRefusedException.builder(401).error(error).build("refused"));
  }

  /** Refuses the next request. */
  public void refusesOnce(String error) {
    fails(
        () -> {
          recovers();
          return TokenRefusedException.builder(401).error(error).build("refused");
        });
  }

  /** Fails each request from now on with an exception that the interface does not declare. */
  public void throwsUndeclared(Throwable undeclared) {
    fails(() -> ScriptedSource.<RuntimeException>thrown(undeclared));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // What makes it undeclared.
  private static <E extends Throwable> E thrown(Throwable any) throws E {
    throw (E) any;
  }

  /** Answers each request from now on with nothing at all. */
  @SuppressWarnings("NullAway") // What a source that is not checked for null may do.
  public void handsOutNothing() {
    values = number -> null;
  }

  public void recovers() {
    failure = null;
  }

  /** Has each request wait at the gate before it is answered. */
  public Gate holdsItsAnswers() {
    Gate closed = new Gate();
    gate = closed;
    return closed;
  }

  /** Does the same, and is one that no interrupt ends. */
  public Gate ignoresInterrupts() {
    heedsNoInterrupt = true;
    return holdsItsAnswers();
  }

  /** Fails to give up a request from now on. */
  public void throwsWhenGivenUp(RuntimeException thrown) {
    thrownWhenGivenUp = thrown;
  }

  /** Has no request wait any more, but for those that do. */
  public void answersAtOnce() {
    gate = null;
  }

  public void settingsBecome(String settings) {
    this.settings = settings;
  }

  public void settingsBreak(String problem) {
    settingsThrow(new SettingsProblem(problem));
  }

  /** Reading the settings fails from now on. */
  public void settingsThrow(Throwable problem) {
    this.problem = problem;
  }

  public void settingsAreRepaired() {
    problem = null;
  }

  private IssuedToken answer() throws InterruptedException {
    int number = sent.incrementAndGet();
    Gate closed = gate;
    if (closed != null && heedsNoInterrupt) {
      closed.passWhateverHappens();
    } else if (closed != null) {
      closed.pass();
    }
    clock.advance(takes);
    Supplier<? extends RuntimeException> thrown = failure;
    if (thrown != null) {
      throw thrown.get();
    }
    AccessToken token =
        new AccessToken(
            values.apply(number), "Bearer", clock.instant().plus(lifetime), Set.of("read"));
    return IssuedToken.of(token, lifetime)
        .withExpiryMargin(expiryMargin)
        .withRefreshMargin(refreshMargin)
        .withStatus(200);
  }

  private record Request(ScriptedSource source, String settings, Duration timeout)
      implements Exchange {
    @Override
    public void abandon() {
      source.abandoned.incrementAndGet();
      RuntimeException thrown = source.thrownWhenGivenUp;
      if (thrown != null) {
        throw thrown;
      }
    }

    @Override
    public URI endpoint() {
      return URI.create("https://id:s3cret@login.example:8443/token?key=s3cret");
    }

    @Override
    public IssuedToken send(Duration left) throws InterruptedException {
      source.left = left;
      return source.answer();
    }
  }
}
