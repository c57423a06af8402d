package io.mpoauth2.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown: the first column names, the others count. */
public final class Table {
  private final int columns;
  private final List<String> lines = new ArrayList<>();

  public Table(String... titles) {
    columns = titles.length;
    row(titles);
    lines.add("|---|" + "--:|".repeat(columns - 1));
  }

  public Table row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
    }
    lines.add("| " + String.join(" | ", cells) + " |");
    return this;
  }

  /** A measured value with two or three digits that mean something. */
  public static String figure(double value) {
    double size = Math.abs(value);
    String format = size >= 99.5 ? "%,.0f" : size >= 9.95 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }

  /** Something counted; a median of two rounds may be half a request. */
  public static String count(double value) {
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
