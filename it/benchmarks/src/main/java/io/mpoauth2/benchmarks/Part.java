package io.mpoauth2.benchmarks;

import io.mpoauth2.benchmarks.report.Report;

/** A part of the benchmarks that can be run by itself. */
@FunctionalInterface
public interface Part {

  /**
   * Measures.
   *
   * @param report takes the figures
   * @param brief whether it is enough to see that it works
   */
  void run(Report report, boolean brief) throws Exception;
}
