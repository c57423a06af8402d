package io.mpoauth2.benchmarks.scenario;

import io.mpoauth2.benchmarks.contender.Contender;
import io.mpoauth2.benchmarks.endpoint.Pause;
import io.mpoauth2.benchmarks.endpoint.TokenServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The callers of an application that is neither idle nor all that the machine does. */
final class PacedCallers implements AutoCloseable {
  private static final int CALLERS = 50;
  private static final Duration LOOK = Duration.ofMillis(2);

  private final List<PacedCaller> callers;

  private PacedCallers(List<PacedCaller> callers) {
    this.callers = callers;
  }

  static PacedCallers start(Contender contender, TokenServer server, Duration pace) {
    List<PacedCaller> callers =
        Stream.generate(() -> new PacedCaller(contender, server, pace)).limit(CALLERS).toList();
    for (PacedCaller caller : callers) {
      // A daemon, because some wait for an answer without end.
      Thread thread = new Thread(caller, "caller");
      thread.setDaemon(true);
      thread.start();
    }
    return new PacedCallers(callers);
  }

  List<Call> calls() {
    return callers.stream().flatMap(caller -> caller.calls().stream()).toList();
  }

  /**
   * Waits until each of them has got a token.
   *
   * @param from the moment after which it must have been
   * @return the seconds from there, infinity if {@code patience} is over before
   */
  double secondsUntilAllAreWell(long from, Duration patience) {
    while (callers.stream().anyMatch(caller -> caller.wellAfter(from) < 0)) {
      if (System.nanoTime() - from > patience.toNanos()) {
        return Double.POSITIVE_INFINITY;
      }
      Pause.of(LOOK);
    }
    return (System.nanoTime() - from) / 1e9;
  }

  @Override
  public void close() {
    callers.forEach(PacedCaller::stop);
  }
}
