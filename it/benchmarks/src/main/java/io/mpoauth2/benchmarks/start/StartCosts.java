package io.mpoauth2.benchmarks.start;

import io.mpoauth2.benchmarks.report.Samples;

/** The medians of what a program's starts cost. */
final class StartCosts {
  private final Samples elapsed = new Samples();
  private final Samples cpu = new Samples();

  void add(StartCost cost) {
    elapsed.add(cost.elapsed());
    cpu.add(cost.cpu());
  }

  double elapsed() {
    return elapsed.median();
  }

  double cpu() {
    return cpu.median();
  }
}
