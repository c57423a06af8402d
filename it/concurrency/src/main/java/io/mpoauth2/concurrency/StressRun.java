package io.mpoauth2.concurrency;

import java.util.Set;
import java.util.TreeSet;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * Runs the tests; ends with an exception, and so not with 0, unless each of them ran and saw
 * nothing forbidden. jcstress itself sees no failure in a test for which it has too few processors.
 */
final class StressRun {
  private StressRun() {}

  public static void main(String[] args) throws Exception {
    Options options = new Options(args);
    if (!options.parse()) {
      throw new IllegalArgumentException("jcstress does not take these options");
    }
    JCStress jcstress = new JCStress(options);
    // Throws an AssertionError that names what failed.
    jcstress.run();

    Set<String> missing = new TreeSet<>(jcstress.getTests());
    missing.removeAll(namesIn(options.getResultFile()));
    if (!missing.isEmpty()) {
      throw new AssertionError("these did not run: " + missing);
    }
  }

  private static Set<String> namesIn(String resultFile) throws Exception {
    Set<String> names = new TreeSet<>();
    DiskReadCollector results =
        new DiskReadCollector(resultFile, (TestResult result) -> names.add(result.getName()));
    results.dump();
    results.close();
    return names;
  }
}
