package io.mpoauth2.benchmarks.hotpath;

import io.mpoauth2.benchmarks.contender.Entrant;
import io.mpoauth2.benchmarks.report.Report;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs a benchmark for several entrants in turn, a JVM each, and all of that several times: what
 * else the machine does then meets all of them.
 */
final class JmhRounds {
  private final Report report;
  private final Class<?> benchmark;
  private final int rounds;

  JmhRounds(Report report, Class<?> benchmark, boolean brief) {
    this.report = report;
    this.benchmark = benchmark;
    this.rounds = brief ? 1 : 3;
  }

  int rounds() {
    return rounds;
  }

  Map<Entrant, CallCost> run(List<Entrant> entrants, int threads) throws RunnerException {
    Map<Entrant, CallCost> costs = new EnumMap<>(Entrant.class);
    for (int round = 1; round <= rounds; round++) {
      for (Entrant entrant : entrants) {
        report.progress(
            benchmark.getSimpleName()
                + ", threads "
                + threads
                + ", round "
                + round
                + ": "
                + entrant);
        costs.computeIfAbsent(entrant, e -> new CallCost()).add(fork(entrant, threads));
      }
    }
    return costs;
  }

  private RunResult fork(Entrant entrant, int threads) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(benchmark.getName())
                .param("entrant", entrant.name())
                .threads(threads)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(200))
                .jvmArgsAppend("-Xms256m", "-Xmx256m")
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build())
        .runSingle();
  }
}
