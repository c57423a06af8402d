package io.mpoauth2.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws what a report says as bars, a panel below the other, each with a scale of its own. */
final class Chart {
  private static final int WIDTH = 860;
  private static final int NAMES = 310;
  private static final int LONGEST = 450;
  private static final int TITLE = 30;
  private static final int ROW = 24;
  private static final int GAP = 22;
  private static final String INK = "#1f2933";
  private static final String GREY = "#9aa5b1";
  private static final String OURS = "#2b6cb0";

  private Chart() {}

  /** Gives what the documentation shows of a report. */
  static String of(String report) {
    return svg(
        "The library beside others: a cached token, many callers without one, a roll-over, a start",
        List.of(
            Panel.of(
                "A cached token: processor time, as a multiple of a volatile read and a look at the clock",
                report,
                "Hot path",
                "× FloorNano"),
            Panel.of(
                "500 threads without a token: token requests",
                report,
                "Herd, 500 platform threads",
                "requests"),
            Panel.of(
                "Tokens come and go under 50 callers: the longest call, ms",
                report,
                "Roll-over",
                "longest ms"),
            Panel.of(
                "From the start of a bare JVM to its first token, ms", report, "Start", "ms")));
  }

  private static String svg(String title, List<Panel> panels) {
    int height =
        GAP + panels.stream().mapToInt(each -> TITLE + each.bars().size() * ROW + GAP).sum();
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">%n<title>%s</title>%n"
            .formatted(WIDTH, height, WIDTH, height, title, title));
    svg.append("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n".formatted(WIDTH, height));
    int y = GAP;
    for (Panel panel : panels) {
      text(svg, 20, y + 10, "start", "bold", panel.title());
      y += TITLE;
      for (Map.Entry<String, String> bar : panel.bars().entrySet()) {
        bar(svg, y, bar.getKey(), bar.getValue(), panel.largest());
        y += ROW;
      }
      y += GAP;
    }
    return svg.append("</svg>%n".formatted()).toString().replace("\r", "");
  }

  private static void bar(StringBuilder svg, int y, String name, String figure, double largest) {
    boolean ours = name.startsWith("mp-oauth2-client");
    long length = Math.max(1, Math.round(Panel.number(figure) / largest * LONGEST));
    text(svg, NAMES - 10, y + 13, "end", ours ? "bold" : "normal", name);
    svg.append(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"16\" rx=\"2\" fill=\"%s\"/>%n"
            .formatted(NAMES, y, length, ours ? OURS : GREY));
    text(svg, NAMES + length + 8, y + 13, "start", ours ? "bold" : "normal", figure);
  }

  private static void text(
      StringBuilder svg, long x, int y, String anchor, String weight, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"13\" fill=\"%s\" text-anchor=\"%s\" font-weight=\"%s\">%s</text>%n",
            x,
            y,
            INK,
            anchor,
            weight,
            text));
  }
}
