package io.mpoauth2.benchmarks;

import io.mpoauth2.benchmarks.hotpath.Filter;
import io.mpoauth2.benchmarks.hotpath.HotPath;
import io.mpoauth2.benchmarks.report.Report;
import io.mpoauth2.benchmarks.scenario.Herd;
import io.mpoauth2.benchmarks.scenario.Outage;
import io.mpoauth2.benchmarks.scenario.Refused;
import io.mpoauth2.benchmarks.scenario.Rollover;
import io.mpoauth2.benchmarks.start.Start;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the parts that are wanted, and prints the report. */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * @param arguments the parts, separated by commas, or "all"; whether a brief run will do; the
   *     report's file
   */
  public static void main(String[] arguments) throws Exception {
    Map<String, Part> parts = parts();
    List<String> wanted =
        arguments[0].equals("all")
            ? List.copyOf(parts.keySet())
            : List.of(arguments[0].strip().split("\\s*,\\s*"));
    if (!parts.keySet().containsAll(wanted)) {
      throw new IllegalArgumentException("the parts are " + parts.keySet() + ", not " + wanted);
    }
    Report report = new Report(Path.of(arguments[2]));
    for (String part : wanted) {
      parts.get(part).run(report, Boolean.parseBoolean(arguments[1]));
    }
    System.out.println(report);
    // Rivals leave threads behind.
    System.exit(0);
  }

  private static Map<String, Part> parts() {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("hotpath", new HotPath());
    parts.put("filter", new Filter());
    parts.put("start", new Start());
    parts.put("herd", new Herd());
    parts.put("rollover", new Rollover());
    parts.put("refused", new Refused());
    parts.put("outage", new Outage());
    return parts;
  }
}
