package io.mpoauth2.benchmarks.scenario;

import static io.mpoauth2.benchmarks.report.Table.count;
import static io.mpoauth2.benchmarks.report.Table.figure;

import io.mpoauth2.benchmarks.Part;
import io.mpoauth2.benchmarks.contender.Contender;
import io.mpoauth2.benchmarks.contender.Entrant;
import io.mpoauth2.benchmarks.contender.Terms;
import io.mpoauth2.benchmarks.endpoint.ManyThreads;
import io.mpoauth2.benchmarks.endpoint.Pause;
import io.mpoauth2.benchmarks.endpoint.TokenServer;
import io.mpoauth2.benchmarks.report.Report;
import io.mpoauth2.benchmarks.report.Samples;
import io.mpoauth2.benchmarks.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** An API refuses a token that everybody has, and later refusals come out of order. */
public final class Refused implements Part {
  private static final Duration LATENCY = Duration.ofMillis(200);
  private static final int CALLERS = 50;

  /** A replacement that is refused within a second is not replaced by the library. */
  private static final Duration BETWEEN_GENERATIONS = Duration.ofMillis(1_100);

  @Override
  public void run(Report report, boolean brief) throws Exception {
    int rounds = brief ? 1 : 7;
    ByEntrant<Cost> costs = new ByEntrant<>(Cost::new);
    ExecutorService threads = ManyThreads.platform();
    AtOnce callers = new AtOnce(threads, CALLERS);
    for (int round = 0; round <= rounds; round++) {
      report.progress("Refused, round " + round);
      for (Entrant entrant : Entrant.CACHES) {
        // Round 0 loads classes.
        refuseAtOnce(entrant, callers, round == 0 ? new Cost() : costs.of(entrant));
      }
    }
    threads.shutdown();
    double best = costs.best(cost -> cost.seconds.median());
    Table table =
        new Table(
            "", "requests", "ms", "× endpoint", "× best rival", "requests for 2 late refusals");
    for (Entrant entrant : Entrant.CACHES) {
      Cost cost = costs.of(entrant);
      double median = cost.seconds.median();
      table.row(
          entrant.title(),
          count(cost.requests.median()),
          figure(median * 1000),
          figure(median * 1000 / LATENCY.toMillis()),
          figure(median / best),
          String.valueOf(requestsForLateRefusals(entrant)));
    }
    report.section(
        "Refused",
        CALLERS
            + " callers have the same token refused at once, endpoint "
            + LATENCY.toMillis()
            + " ms; medians of "
            + rounds
            + " rounds. Then, with a third token in use, refusals of the first and the second.",
        table);
  }

  private static void refuseAtOnce(Entrant entrant, AtOnce callers, Cost cost)
      throws IOException, InterruptedException {
    try (TokenServer server = TokenServer.start().latency(LATENCY);
        Contender contender = entrant.open(terms(server))) {
      String refused = contender.token();
      int before = server.requests();
      cost.seconds.add(callers.call(() -> requireOther(refused, contender.replace(refused))));
      cost.requests.add(server.requests() - before);
    }
  }

  private static int requestsForLateRefusals(Entrant entrant) throws IOException {
    try (TokenServer server = TokenServer.start();
        Contender contender = entrant.open(terms(server))) {
      String first = contender.token();
      String second = contender.replace(first);
      Pause.of(BETWEEN_GENERATIONS);
      String third = contender.replace(second);
      requireOther(second, third);
      Pause.of(BETWEEN_GENERATIONS);
      int before = server.requests();
      for (String late : List.of(first, second)) {
        requireOther(late, contender.replace(late));
      }
      return server.requests() - before;
    }
  }

  private static Terms terms(TokenServer server) {
    return new Terms(server.uri(), Duration.ofHours(1), Duration.ofSeconds(30));
  }

  private static void requireOther(String refused, String token) {
    if (token.equals(refused)) {
      throw new IllegalStateException("the token that was refused came back");
    }
  }

  private static final class Cost {
    final Samples requests = new Samples();
    final Samples seconds = new Samples();
  }
}
