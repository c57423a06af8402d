package io.mpoauth2.benchmarks.scenario;

import static io.mpoauth2.benchmarks.report.Table.count;
import static io.mpoauth2.benchmarks.report.Table.figure;

import io.mpoauth2.benchmarks.Part;
import io.mpoauth2.benchmarks.contender.Contender;
import io.mpoauth2.benchmarks.contender.Entrant;
import io.mpoauth2.benchmarks.contender.Terms;
import io.mpoauth2.benchmarks.endpoint.ManyThreads;
import io.mpoauth2.benchmarks.endpoint.TokenServer;
import io.mpoauth2.benchmarks.report.Report;
import io.mpoauth2.benchmarks.report.Samples;
import io.mpoauth2.benchmarks.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** Many callers at once, and no token yet: how many requests, and how long until all have it. */
public final class Herd implements Part {
  private static final Duration LATENCY = Duration.ofMillis(200);
  private static final int PLATFORM = 500;
  private static final int VIRTUAL = 5_000;

  @Override
  public void run(Report report, boolean brief) throws Exception {
    int rounds = brief ? 1 : 7;
    ExecutorService platform = ManyThreads.platform();
    measure(report, rounds, new AtOnce(platform, PLATFORM), PLATFORM + " platform threads");
    platform.shutdown();
    Optional<ExecutorService> virtual = ManyThreads.virtual();
    if (virtual.isPresent()) {
      measure(report, rounds, new AtOnce(virtual.get(), VIRTUAL), VIRTUAL + " virtual threads");
      virtual.get().shutdown();
    }
  }

  private static void measure(Report report, int rounds, AtOnce callers, String who)
      throws IOException, InterruptedException {
    ByEntrant<Cost> costs = new ByEntrant<>(Cost::new);
    for (int round = 0; round <= rounds; round++) {
      report.progress("Herd, " + who + ", round " + round);
      for (Entrant entrant : Entrant.CACHES) {
        // Round 0 loads classes.
        measure(entrant, callers, round == 0 ? new Cost() : costs.of(entrant));
      }
    }
    double best = costs.best(cost -> cost.seconds.median());
    Table table = new Table("", "requests", "ms", "ms over the endpoint's", "× best rival");
    for (Entrant entrant : Entrant.CACHES) {
      Cost cost = costs.of(entrant);
      double median = cost.seconds.median();
      table.row(
          entrant.title(),
          count(cost.requests.median()),
          figure(median * 1000),
          figure(median * 1000 - LATENCY.toMillis()),
          figure(median / best));
    }
    report.section(
        "Herd, " + who,
        "Released at once without a token, endpoint "
            + LATENCY.toMillis()
            + " ms; medians of "
            + rounds
            + " rounds.",
        table);
  }

  private static void measure(Entrant entrant, AtOnce callers, Cost cost)
      throws IOException, InterruptedException {
    try (TokenServer server = TokenServer.start().latency(LATENCY);
        Contender contender =
            entrant.open(new Terms(server.uri(), Duration.ofHours(1), Duration.ofSeconds(30)))) {
      cost.seconds.add(callers.call(contender::token));
      cost.requests.add(server.requests());
    }
  }

  private static final class Cost {
    final Samples requests = new Samples();
    final Samples seconds = new Samples();
  }
}
