package io.mpoauth2.benchmarks.hotpath;

import io.mpoauth2.benchmarks.report.Samples;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What a call costs, with a sample per iteration. */
final class CallCost {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final Samples nanoseconds = new Samples();
  private final Samples bytes = new Samples();

  void add(RunResult run) {
    for (BenchmarkResult jvm : run.getBenchmarkResults()) {
      for (IterationResult iteration : jvm.getIterationResults()) {
        nanoseconds.add(score(iteration, CpuProfiler.RESULT));
        // Left out by JMH where not a byte was allocated in the whole iteration.
        boolean allocates = iteration.getSecondaryResults().containsKey(ALLOCATED);
        bytes.add(allocates ? score(iteration, ALLOCATED) : 0);
      }
    }
  }

  /** Gives the processor time of a call. */
  double ns() {
    return nanoseconds.median();
  }

  /** Gives what a call allocates. */
  long bytes() {
    return Math.round(bytes.median());
  }

  private static double score(IterationResult iteration, String name) {
    Result<?> result = iteration.getSecondaryResults().get(name);
    return result.getScore();
  }
}
