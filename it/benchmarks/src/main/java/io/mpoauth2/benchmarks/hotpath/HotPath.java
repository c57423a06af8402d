package io.mpoauth2.benchmarks.hotpath;

import static io.mpoauth2.benchmarks.report.Table.count;
import static io.mpoauth2.benchmarks.report.Table.figure;

import io.mpoauth2.benchmarks.Part;
import io.mpoauth2.benchmarks.contender.Entrant;
import io.mpoauth2.benchmarks.report.Report;
import io.mpoauth2.benchmarks.report.Table;
import java.util.List;
import java.util.Map;

/** What a call costs while the token is fresh. */
public final class HotPath implements Part {
  private static final int MANY_THREADS = 8;

  @Override
  public void run(Report report, boolean brief) throws Exception {
    JmhRounds jmh = new JmhRounds(report, TokenBenchmark.class, brief);
    List<Entrant> all = List.of(Entrant.values());
    Map<Entrant, CallCost> alone = jmh.run(all, 1);
    Map<Entrant, CallCost> together = jmh.run(all, MANY_THREADS);
    double floorAlone = alone.get(Entrant.FLOOR_NANO).ns();
    double floorTogether = together.get(Entrant.FLOOR_NANO).ns();
    Table table =
        new Table(
            "",
            "CPU ns/call",
            "× FloorNano",
            "× FloorNano, " + MANY_THREADS + " threads",
            "B/call");
    for (Entrant entrant : all) {
      CallCost cost = alone.get(entrant);
      table.row(
          entrant.title(),
          figure(cost.ns()),
          figure(cost.ns() / floorAlone),
          figure(together.get(entrant).ns() / floorTogether),
          count(cost.bytes()));
    }
    report.section(
        "Hot path",
        "A fresh token; processor time, medians over " + jmh.rounds() + " JVMs.",
        table);
  }
}
