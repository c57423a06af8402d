package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.cache.CachedTokenProvider;
import io.mpoauth2.client.cache.DaemonThreads;
import io.mpoauth2.client.cache.RefreshPolicy;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.watch.ClientWatch;
import io.mpoauth2.client.token.watch.Listeners;
import jakarta.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A client with all there is between a caller and the wire. Lifetimes and cooldowns go by a clock
 * that is turned; time-outs are short and go by the real one.
 */
final class WholeClient implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMillis(300);

  final ManualClock clock = new ManualClock();
  final CachedTokenProvider tokens;
  private final DaemonThreads threads = new DaemonThreads();

  /** Those of clients before it, which end by and by. */
  private final Set<Thread> others = Thread.getAllStackTraces().keySet();

  private WholeClient(URI endpoint, Duration connectTimeout) {
    SampleSettings settings = SampleSettings.at(endpoint).timeouts(connectTimeout, PATIENCE);
    ClientLog log = new ClientLog("signicat");
    tokens =
        new CachedTokenProvider(
            new TokenEndpoint(
                settings::build,
                Json.createParserFactory(Map.of()),
                clock,
                log,
                log,
                threads.scheduler()),
            new RefreshPolicy(() -> 0),
            clock::nanoTime,
            clock,
            threads.threads(),
            new ClientWatch(log, Set.of(), Listeners.of(List.of())));
  }

  static WholeClient of(URI endpoint) {
    return new WholeClient(endpoint, PATIENCE);
  }

  /** Gives how many of its threads have a token request to see to. */
  long underWay() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> isOurs(entry.getKey()))
        .filter(entry -> Arrays.stream(entry.getValue()).anyMatch(WholeClient::isOfTransport))
        .count();
  }

  /** Says whether one of its threads is still at work, be it only to note that it is done. */
  private boolean isBusy() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> isOurs(entry.getKey()))
        .flatMap(entry -> Arrays.stream(entry.getValue()))
        .anyMatch(frame -> frame.getClassName().startsWith("io.mpoauth2.client."));
  }

  /** Waits until none of its threads is left; without work they linger for seconds. */
  void awaitNoThreads() {
    while (Thread.getAllStackTraces().keySet().stream().anyMatch(this::isOurs)) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Lets the token end, and the longest cooldown, after a thread that was given up has ended. */
  void anHourPasses() {
    while (isBusy()) {
      LockSupport.parkNanos(1_000_000);
    }
    clock.advance(Duration.ofHours(1));
  }

  private boolean isOurs(Thread thread) {
    return thread.getName().startsWith("mp-oauth2-client") && !others.contains(thread);
  }

  private static boolean isOfTransport(StackTraceElement frame) {
    return frame.getClassName().endsWith("UrlConnectionTransport");
  }

  @Override
  public void close() {
    tokens.close();
    threads.close();
  }
}
