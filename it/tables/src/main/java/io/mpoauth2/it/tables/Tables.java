package io.mpoauth2.it.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what was found out into the documentation, so that no table there is typed. */
final class Tables {
  private static final String END = "<!-- end of table -->";
  private static final String OK = "ok";

  /** Heads the days of the runs. */
  private static final String DAY = "run on";

  /** Why something is not there, in the order in which the notes below the table have it. */
  private final List<String> reasons = new ArrayList<>();

  private final StringBuilder text = new StringBuilder();

  private Tables() {}

  /**
   * Replaces a table of a page.
   *
   * @param arguments the page, the table's name, {@code findings} or {@code runtimes} for what its
   *     rows are, then the files of findings, a runtime each, or directories of them
   */
  public static void main(String[] arguments) throws IOException {
    Path page = Path.of(arguments[0]);
    List<Run> runs = new ArrayList<>();
    for (int i = 3; i < arguments.length; i++) {
      for (Path file : files(Path.of(arguments[i]))) {
        runs.add(Run.read(file));
      }
    }
    String before = Files.readString(page);
    String table = arguments[2].equals("runtimes") ? byRuntime(runs) : byFinding(runs);
    String after = replaced(before, arguments[1], table);
    if (!after.equals(before)) {
      Files.writeString(page, after);
    }
  }

  /** Gives the file itself, or what is in the directory, by name. */
  private static List<Path> files(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> !file.endsWith("retry.properties")).sorted().toList();
    }
  }

  /** Gives a row per finding and one for the day, a column per runtime, and notes why not. */
  static String byFinding(List<Run> runs) {
    Tables table = new Tables();
    table.row("", runs.stream().map(Run::runtime).toList());
    table.row("---", runs.stream().map(run -> ":-:").toList());
    for (String finding : findings(runs)) {
      List<String> cells =
          runs.stream().map(run -> table.cell(outcomes(run.findings().get(finding)))).toList();
      table.row(words(finding.replaceFirst(".*/", "")), cells);
    }
    if (runs.stream().anyMatch(run -> !run.date().isEmpty())) {
      table.row(DAY, runs.stream().map(Run::date).toList());
    }
    return table.withNotes();
  }

  /** Gives a row per runtime, a column per group of findings and one for the day, and notes. */
  static String byRuntime(List<Run> runs) {
    Tables table = new Tables();
    List<String> groups = findings(runs).stream().map(Run::group).distinct().toList();
    table.row("", Stream.concat(groups.stream().map(Tables::words), Stream.of(DAY)).toList());
    table.row("---", Stream.concat(groups.stream().map(group -> ":-:"), Stream.of("---")).toList());
    for (Run run : runs) {
      Stream<String> cells = groups.stream().map(group -> table.cell(run.outcomes(group)));
      table.row(run.runtime(), Stream.concat(cells, Stream.of(run.date())).toList());
    }
    return table.withNotes();
  }

  static String replaced(String page, String name, String table) {
    String mark = "<!-- table, written by the build: " + name + " -->\n";
    int begin = page.indexOf(mark) + mark.length();
    int end = page.indexOf(END, begin);
    if (begin < mark.length() || end < 0) {
      throw new IllegalArgumentException("the page has no place for the table " + name);
    }
    return page.substring(0, begin) + table + page.substring(end);
  }

  private static Set<String> findings(List<Run> runs) {
    Set<String> findings = new LinkedHashSet<>();
    runs.forEach(run -> findings.addAll(run.findings().keySet()));
    return findings;
  }

  private static List<String> outcomes(String outcome) {
    return outcome == null ? List.of() : List.of(outcome);
  }

  private static String words(String name) {
    return name.replace('_', ' ');
  }

  /** Says what came of something, with the numbers of the notes that tell why not. */
  private String cell(List<String> outcomes) {
    if (outcomes.isEmpty()) {
      return "–";
    }
    List<String> failures = outcomes.stream().filter(outcome -> !outcome.equals(OK)).toList();
    if (failures.isEmpty()) {
      return "✓";
    }
    String word = failures.size() < outcomes.size() ? "in part" : "no";
    String notes =
        failures.stream()
            .map(failure -> failure.replaceFirst("^no(: )?", ""))
            .filter(reason -> !reason.isEmpty())
            .map(this::note)
            .collect(Collectors.joining(", "));
    return notes.isEmpty() ? word : word + " (" + notes + ")";
  }

  private String note(String reason) {
    if (!reasons.contains(reason)) {
      reasons.add(reason);
    }
    return String.valueOf(reasons.indexOf(reason) + 1);
  }

  private void row(String first, List<String> others) {
    text.append(others.stream().collect(Collectors.joining(" | ", "| " + first + " | ", " |\n")));
  }

  private String withNotes() {
    for (int i = 0; i < reasons.size(); i++) {
      text.append(i == 0 ? "\n" : "").append(i + 1).append(". ").append(reasons.get(i));
      text.append('\n');
    }
    return text.toString();
  }
}
