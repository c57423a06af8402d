package io.mpoauth2.it.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what was found out into the documentation, so that no table there is typed. */
final class Tables {
  private static final String BEGIN = "<!-- table, written by the build -->\n";
  private static final String END = "<!-- end of table -->";

  private Tables() {}

  /**
   * Replaces the table of a page.
   *
   * @param arguments the page, then the files with the findings, a runtime each
   */
  public static void main(String[] arguments) throws IOException {
    Path page = Path.of(arguments[0]);
    List<Run> runs = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      runs.add(Run.read(Path.of(arguments[i])));
    }
    String before = Files.readString(page);
    String after = replaced(before, table(runs));
    if (!after.equals(before)) {
      Files.writeString(page, after);
    }
  }

  /** Gives a row per finding and a column per runtime. */
  static String table(List<Run> runs) {
    Set<String> findings = new LinkedHashSet<>();
    runs.forEach(run -> findings.addAll(run.findings().keySet()));
    StringBuilder table = new StringBuilder(row("", runs.stream().map(Run::runtime).toList()));
    table.append(row("---", runs.stream().map(run -> ":-:").toList()));
    for (String finding : findings) {
      table.append(row(finding, runs.stream().map(run -> run.cell(finding)).toList()));
    }
    return table.toString();
  }

  static String replaced(String page, String table) {
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END, begin);
    if (begin < BEGIN.length() || end < 0) {
      throw new IllegalArgumentException("the page has no place for a table");
    }
    return page.substring(0, begin) + table + page.substring(end);
  }

  private static String row(String first, List<String> others) {
    return others.stream().collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"));
  }
}
