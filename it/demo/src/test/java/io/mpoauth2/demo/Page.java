package io.mpoauth2.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Plain text in two columns, at most {@value #WIDTH} characters wide. */
final class Page {
  private static final int WIDTH = 100;
  private static final int INDENT = 3;
  private static final int LABEL = 20;

  private final PrintStream out;

  Page(PrintStream out) {
    this.out = out;
  }

  void heading(String text) {
    out.println();
    out.println("=".repeat(WIDTH));
    out.println(text);
    out.println("=".repeat(WIDTH));
  }

  /** Starts a step. */
  void title(String text) {
    out.println();
    out.println(text);
  }

  void paragraph(String text) {
    lines(text, WIDTH - INDENT).forEach(line -> out.println(" ".repeat(INDENT) + line));
  }

  void blank() {
    out.println();
  }

  /** Prints the label to the left of the first line of the text. */
  void entry(String label, String text) {
    String left = label;
    for (String line : lines(text, WIDTH - INDENT - LABEL)) {
      out.println(" ".repeat(INDENT) + left + " ".repeat(LABEL - left.length()) + line);
      left = "";
    }
    out.flush();
  }

  /** Breaks at line breaks, and at the last blank that fits; what has none stays whole. */
  private static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String rest : text.lines().toList()) {
      while (rest.length() > width) {
        int blank = rest.lastIndexOf(' ', width);
        int end = blank > 0 ? blank : width;
        lines.add(rest.substring(0, end));
        rest = rest.substring(end).stripLeading();
      }
      lines.add(rest);
    }
    return lines;
  }
}
