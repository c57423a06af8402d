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

  private Tables() {}

  /**
   * Replaces a table of a page.
   *
   * @param arguments the page, the table's name, then directories with the files of findings, a
   *     runtime each
   */
  public static void main(String[] arguments) throws IOException {
    Path page = Path.of(arguments[0]);
    List<Run> runs = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++) {
      for (Path file : files(Path.of(arguments[i]))) {
        runs.add(Run.read(file));
      }
    }
    String before = Files.readString(page);
    String after = replaced(before, arguments[1], table(runs));
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

  /** Gives a row per finding, a column per runtime, and below why something is not there. */
  static String table(List<Run> runs) {
    Set<String> findings = new LinkedHashSet<>();
    runs.forEach(run -> findings.addAll(run.findings().keySet()));
    List<String> reasons = new ArrayList<>();
    StringBuilder table = new StringBuilder(row("", runs.stream().map(Run::runtime).toList()));
    table.append(row("---", runs.stream().map(run -> ":-:").toList()));
    for (String finding : findings) {
      List<String> cells = runs.stream().map(run -> cell(run, finding, reasons)).toList();
      table.append(row(finding.replace('_', ' '), cells));
    }
    for (int i = 0; i < reasons.size(); i++) {
      table
          .append(i == 0 ? "\n" : "")
          .append(i + 1)
          .append(". ")
          .append(reasons.get(i))
          .append('\n');
    }
    return table.toString();
  }

  private static String cell(Run run, String finding, List<String> reasons) {
    String reason = run.reason(finding);
    if (reason.isEmpty()) {
      return run.has(finding) ? "✓" : run.findings().containsKey(finding) ? "no" : "–";
    }
    if (!reasons.contains(reason)) {
      reasons.add(reason);
    }
    return "no (" + (reasons.indexOf(reason) + 1) + ")";
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

  private static String row(String first, List<String> others) {
    return others.stream().collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"));
  }
}
