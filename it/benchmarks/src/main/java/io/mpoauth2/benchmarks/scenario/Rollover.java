package io.mpoauth2.benchmarks.scenario;

import static io.mpoauth2.benchmarks.report.Table.count;
import static io.mpoauth2.benchmarks.report.Table.figure;

import io.mpoauth2.benchmarks.Part;
import io.mpoauth2.benchmarks.contender.Contender;
import io.mpoauth2.benchmarks.contender.Entrant;
import io.mpoauth2.benchmarks.contender.Terms;
import io.mpoauth2.benchmarks.endpoint.Pause;
import io.mpoauth2.benchmarks.endpoint.TokenServer;
import io.mpoauth2.benchmarks.report.Report;
import io.mpoauth2.benchmarks.report.Samples;
import io.mpoauth2.benchmarks.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Callers who go on calling while tokens end and are renewed. */
public final class Rollover implements Part {
  private static final Duration LATENCY = Duration.ofMillis(200);
  private static final Duration LIFETIME = Duration.ofSeconds(5);
  private static final Duration PACE = Duration.ofMillis(2);
  private static final double STALL_MILLISECONDS = 50;

  @Override
  public void run(Report report, boolean brief) throws Exception {
    Duration length = Duration.ofSeconds(brief ? 6 : 25);
    Table table =
        new Table(
            "",
            "requests",
            "calls",
            "of these > 50 ms",
            "p99.9 µs",
            "longest ms",
            "tokens after their end");
    for (Entrant entrant : Entrant.CACHES) {
      report.progress("Rollover: " + entrant);
      row(table, entrant, length);
    }
    report.section(
        "Roll-over",
        "50 callers, a call about every "
            + PACE.toMillis()
            + " ms each, for "
            + length.toSeconds()
            + " s; token life "
            + LIFETIME.toSeconds()
            + " s, endpoint "
            + LATENCY.toMillis()
            + " ms; one round. They begin with a token.",
        table);
  }

  private static void row(Table table, Entrant entrant, Duration length) throws IOException {
    try (TokenServer server = TokenServer.start().latency(LATENCY).lifetime(LIFETIME);
        Contender contender =
            entrant.open(new Terms(server.uri(), LIFETIME, Duration.ofSeconds(10)))) {
      contender.token();
      List<Call> calls;
      try (PacedCallers callers = PacedCallers.start(contender, server, PACE)) {
        Pause.of(length);
        calls = callers.calls();
      }
      Samples milliseconds = new Samples();
      calls.forEach(call -> milliseconds.add(call.milliseconds()));
      long stalled =
          calls.stream().filter(call -> call.milliseconds() > STALL_MILLISECONDS).count();
      long ended =
          calls.stream().filter(call -> call.outcome() == Call.Outcome.TOKEN_AFTER_ITS_END).count();
      table.row(
          entrant.title(),
          count(server.requests()),
          count(calls.size()),
          count(stalled),
          figure(milliseconds.quantile(0.999) * 1000),
          figure(milliseconds.largest()),
          count(ended));
    }
  }
}
