package io.mpoauth2.benchmarks.scenario;

import static io.mpoauth2.benchmarks.report.Table.count;
import static io.mpoauth2.benchmarks.report.Table.figure;

import io.mpoauth2.benchmarks.Part;
import io.mpoauth2.benchmarks.contender.Contender;
import io.mpoauth2.benchmarks.contender.Entrant;
import io.mpoauth2.benchmarks.contender.Terms;
import io.mpoauth2.benchmarks.endpoint.Fault;
import io.mpoauth2.benchmarks.endpoint.Pause;
import io.mpoauth2.benchmarks.endpoint.TokenServer;
import io.mpoauth2.benchmarks.report.Report;
import io.mpoauth2.benchmarks.report.Samples;
import io.mpoauth2.benchmarks.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The token endpoint is down, while there is a token and while there is none. */
public final class Outage implements Part {
  static final Duration TIMEOUT = Duration.ofSeconds(2);

  static final Duration PACE = Duration.ofMillis(20);
  private static final Duration LONGER = Duration.ofMillis(700);
  private static final String UNCOUNTED = "–";

  @Override
  public void run(Report report, boolean brief) throws Exception {
    for (Entrant entrant : Entrant.CACHES) {
      loadClasses(entrant);
    }
    withToken(report, Duration.ofSeconds(brief ? 2 : 10));
    withoutToken(report, brief ? 1 : 5, Duration.ofSeconds(brief ? 1 : 10));
  }

  private static void loadClasses(Entrant entrant) throws IOException {
    try (TokenServer server = TokenServer.start();
        Contender contender = entrant.open(new Terms(server.uri(), Duration.ofHours(1), TIMEOUT))) {
      contender.token();
    }
  }

  private static void withToken(Report report, Duration length) throws IOException {
    Table table = new Table("", "endpoint", "calls", "failed", "requests", "longest ms");
    for (Entrant entrant : Entrant.CACHES) {
      report.progress("Outage with a token: " + entrant);
      List<OutageWithToken> outages = new ArrayList<>();
      for (Fault fault : Fault.values()) {
        outages.add(new OutageWithToken(entrant, fault));
      }
      Pause.of(OutageWithToken.BEGINNING);
      for (OutageWithToken outage : outages) {
        outage.begin();
      }
      Pause.of(length);
      for (OutageWithToken outage : outages) {
        row(table, entrant, outage);
        outage.close();
      }
    }
    report.section(
        "Outage, token still valid",
        "For "
            + length.toSeconds()
            + " s from the middle of a token's life on; 50 callers, a call about every "
            + PACE.toMillis()
            + " ms each, request timeout "
            + TIMEOUT.toSeconds()
            + " s; one round.",
        table);
  }

  private static void row(Table table, Entrant entrant, OutageWithToken outage) {
    List<Call> calls = outage.calls();
    Samples milliseconds = new Samples();
    calls.forEach(call -> milliseconds.add(call.milliseconds()));
    double failed = calls.stream().filter(Call::failed).count();
    table.row(
        entrant.title(),
        outage.fault().title(),
        count(calls.size()),
        count(Math.round(100 * failed / calls.size())) + " %",
        outage.fault() == Fault.REFUSE ? UNCOUNTED : count(outage.requests()),
        figure(milliseconds.largest()));
  }

  /** All faults at the same time; each round a little longer, to end at another moment. */
  private static void withoutToken(Report report, int rounds, Duration length) throws Exception {
    Map<Fault, ByEntrant<OutageWithoutToken>> outages = new EnumMap<>(Fault.class);
    for (Fault fault : Fault.values()) {
      outages.put(fault, new ByEntrant<>(OutageWithoutToken::new));
    }
    ExecutorService threads = Executors.newFixedThreadPool(Fault.values().length);
    for (int round = 0; round < rounds; round++) {
      Duration thisRounds = length.plus(LONGER.multipliedBy(round));
      for (Entrant entrant : Entrant.CACHES) {
        report.progress("Outage without a token, round " + (round + 1) + ": " + entrant);
        List<Callable<Void>> measurements = new ArrayList<>();
        for (Fault fault : Fault.values()) {
          measurements.add(
              () -> {
                outages.get(fault).of(entrant).measure(entrant, fault, thisRounds);
                return null;
              });
        }
        for (Future<Void> measured : threads.invokeAll(measurements)) {
          measured.get();
        }
      }
    }
    threads.shutdown();
    Table table =
        new Table("", "endpoint", "requests per s", "p50 of a failure ms", "s until all are well");
    outages.forEach(
        (fault, ofFault) ->
            Entrant.CACHES.forEach(entrant -> row(table, entrant, fault, ofFault.of(entrant))));
    report.section(
        "Outage, no token",
        "For "
            + length.toSeconds()
            + " s and more, then the endpoint returns, but not to the connections that hang;"
            + " callers as above, "
            + rounds
            + " rounds; the median of the requests, the worst of the recoveries.",
        table);
  }

  private static void row(Table table, Entrant entrant, Fault fault, OutageWithoutToken outage) {
    Samples failures = outage.failureMilliseconds();
    double recovery = outage.secondsToRecover();
    table.row(
        entrant.title(),
        fault.title(),
        fault == Fault.REFUSE ? UNCOUNTED : figure(outage.requestsPerSecond()),
        failures.isEmpty() ? "none ended" : figure(failures.median()),
        Double.isInfinite(recovery)
            ? "> " + OutageWithoutToken.PATIENCE.toSeconds()
            : figure(recovery));
  }
}
