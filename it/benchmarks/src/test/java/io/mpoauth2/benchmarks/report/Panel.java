package io.mpoauth2.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of a report's table, to be drawn.
 *
 * @param title what stands above it
 * @param bars the figures as they stand in the report, by the names of who has them
 */
record Panel(String title, Map<String, String> bars) {

  /**
   * Finds a column.
   *
   * @param report in Markdown
   * @param section the heading that the table stands under
   * @param column its title
   */
  static Panel of(String title, String report, String section, String column) {
    List<List<String>> rows =
        report
            .lines()
            .dropWhile(line -> !line.equals("## " + section))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("| "))
            .map(Panel::cells)
            .toList();
    int index = rows.isEmpty() ? -1 : rows.get(0).indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("no column " + column + " under " + section);
    }
    Map<String, String> bars = new LinkedHashMap<>();
    rows.stream().skip(1).forEach(row -> bars.put(row.get(0), row.get(index)));
    return new Panel(title, bars);
  }

  private static List<String> cells(String line) {
    String inner = line.substring(2, line.length() - 1);
    return List.of(inner.split("\\|", -1)).stream()
        .map(cell -> cell.replace("*", "").strip())
        .toList();
  }

  /** Gives the figure as a number. */
  static double number(String figure) {
    return Double.parseDouble(figure.replace(",", ""));
  }

  double largest() {
    return bars.values().stream().mapToDouble(Panel::number).max().orElse(1);
  }
}
