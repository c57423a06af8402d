package io.mpoauth2.benchmarks.start;

import static io.mpoauth2.benchmarks.report.Table.figure;

import io.mpoauth2.benchmarks.Part;
import io.mpoauth2.benchmarks.contender.Entrant;
import io.mpoauth2.benchmarks.endpoint.TokenServer;
import io.mpoauth2.benchmarks.report.Report;
import io.mpoauth2.benchmarks.report.Table;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long a JVM takes from its start to its first token. */
public final class Start implements Part {
  private static final int ROUNDS = 31;

  @Override
  public void run(Report report, boolean brief) throws Exception {
    int rounds = brief ? 1 : ROUNDS;
    Map<ChildProgram, StartCosts> costs = new LinkedHashMap<>();
    try (TokenServer server = TokenServer.start()) {
      for (ChildProgram program : programs()) {
        List<Path> needed = NeededClassPath.of(program, server.uri());
        costs.put(program.over(needed), new StartCosts());
      }
      for (int round = 1; round <= rounds; round++) {
        report.progress("Start, round " + round);
        measure(costs, server.uri());
      }
    }
    Table table = new Table("", "ms", "× floor", "CPU ms", "× floor", "jars used", "MB");
    StartCosts floor = costs.values().iterator().next();
    for (Map.Entry<ChildProgram, StartCosts> measured : costs.entrySet()) {
      List<Path> jars =
          measured.getKey().classPath().stream().filter(Files::isRegularFile).toList();
      StartCosts cost = measured.getValue();
      table.row(
          measured.getKey().title(),
          figure(cost.elapsed()),
          figure(cost.elapsed() / floor.elapsed()),
          figure(cost.cpu()),
          figure(cost.cpu() / floor.cpu()),
          String.valueOf(jars.size()),
          figure(megabytes(jars)));
    }
    report.section(
        "Start", "From the start of a JVM to its first token; medians of " + rounds + ".", table);
  }

  private static void measure(Map<ChildProgram, StartCosts> costs, URI endpoint)
      throws IOException, InterruptedException {
    for (Map.Entry<ChildProgram, StartCosts> program : costs.entrySet()) {
      program.getValue().add(program.getKey().run(endpoint));
    }
  }

  private static List<ChildProgram> programs() {
    String separator = Pattern.quote(System.getProperty("path.separator"));
    List<Path> all =
        Stream.of(System.getProperty("java.class.path").split(separator)).map(Path::of).toList();
    List<ChildProgram> programs = new ArrayList<>();
    programs.add(
        new ChildProgram("bare HttpURLConnection", all, List.of(FloorStart.class.getName())));
    for (Entrant entrant : Entrant.CACHES) {
      List<String> main = List.of(ContenderStart.class.getName(), entrant.name());
      programs.add(new ChildProgram(entrant.title(), all, main));
    }
    return programs;
  }

  private static double megabytes(List<Path> jars) throws IOException {
    long bytes = 0;
    for (Path jar : jars) {
      bytes += Files.size(jar);
    }
    return bytes / 1e6;
  }
}
