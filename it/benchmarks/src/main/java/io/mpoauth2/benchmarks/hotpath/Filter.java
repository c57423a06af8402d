package io.mpoauth2.benchmarks.hotpath;

import static io.mpoauth2.benchmarks.report.Table.count;
import static io.mpoauth2.benchmarks.report.Table.figure;

import io.mpoauth2.benchmarks.Part;
import io.mpoauth2.benchmarks.contender.Entrant;
import io.mpoauth2.benchmarks.report.Report;
import io.mpoauth2.benchmarks.report.Table;
import java.util.List;
import java.util.Map;

/** What the filter adds to a request, beside the least that one could add. */
public final class Filter implements Part {
  @Override
  public void run(Report report, boolean brief) throws Exception {
    JmhRounds jmh = new JmhRounds(report, FilterBenchmark.class, brief);
    Map<Entrant, CallCost> costs =
        jmh.run(List.of(Entrant.FLOOR_NANO, Entrant.OURS, Entrant.OURS_WATCHED), 1);
    CallCost annotated =
        new JmhRounds(report, MethodFilterBenchmark.class, brief)
            .run(List.of(Entrant.OURS), 1)
            .get(Entrant.OURS);
    CallCost floor = costs.get(Entrant.FLOOR_NANO);
    CallCost ours = costs.get(Entrant.OURS);
    Table table = new Table("", "CPU ns/call", "× floor", "B/call", "B/call over the floor");
    row(table, "FloorNano's filter", floor, floor);
    row(table, Entrant.OURS.title(), ours, floor);
    row(table, Entrant.OURS_WATCHED.title(), costs.get(Entrant.OURS_WATCHED), floor);
    row(table, Entrant.OURS.title() + ", a method with @WithToken", annotated, floor);
    report.section(
        "Filter",
        "A GET with a fresh token; processor time, medians over " + jmh.rounds() + " JVMs.",
        table);
  }

  private static void row(Table table, String title, CallCost cost, CallCost floor) {
    table.row(
        title,
        figure(cost.ns()),
        figure(cost.ns() / floor.ns()),
        count(cost.bytes()),
        count(cost.bytes() - floor.bytes()));
  }
}
