package io.mpoauth2.benchmarks.scenario;

import io.mpoauth2.benchmarks.contender.Contender;
import io.mpoauth2.benchmarks.contender.Entrant;
import io.mpoauth2.benchmarks.contender.Terms;
import io.mpoauth2.benchmarks.endpoint.Fault;
import io.mpoauth2.benchmarks.endpoint.Pause;
import io.mpoauth2.benchmarks.endpoint.TokenServer;
import io.mpoauth2.benchmarks.report.Samples;
import java.io.IOException;
import java.time.Duration;

/** The endpoint is down and there is no token; then it returns. */
final class OutageWithoutToken {
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Samples requestsPerSecond = new Samples();
  private final Samples failureMilliseconds = new Samples();
  private final Samples secondsToRecover = new Samples();

  /** Adds a round. */
  void measure(Entrant entrant, Fault fault, Duration length) throws IOException {
    try (TokenServer server = TokenServer.start()) {
      server.fail(fault);
      Terms terms = new Terms(server.uri(), Duration.ofHours(1), Outage.TIMEOUT);
      try (Contender contender = entrant.open(terms);
          PacedCallers callers = PacedCallers.start(contender, server, Outage.PACE)) {
        Pause.of(length);
        requestsPerSecond.add(server.requests() * 1e3 / length.toMillis());
        callers.calls().stream()
            .filter(Call::failed)
            .forEach(call -> failureMilliseconds.add(call.milliseconds()));
        long returned = System.nanoTime();
        server.recover();
        secondsToRecover.add(callers.secondsUntilAllAreWell(returned, PATIENCE));
      }
    }
  }

  double requestsPerSecond() {
    return requestsPerSecond.median();
  }

  /** Gives the failing calls of all rounds; there are none where everybody waited to the end. */
  Samples failureMilliseconds() {
    return failureMilliseconds;
  }

  /**
   * Gives the longest that it took until every caller had a token; infinity: longer than patience.
   */
  double secondsToRecover() {
    return secondsToRecover.largest();
  }
}
