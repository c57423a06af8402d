package io.mpoauth2.client.telemetry;

import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws spans below each other. Where one begins and ends goes by the order of all beginnings and
 * ends, not by the clock: so it is the same on each machine.
 */
final class TracePicture {
  private static final int LEFT = 190;
  private static final int STEP = 108;
  private static final int TOP = 20;
  private static final int ROW = 74;
  private static final int BAR = 26;
  private static final int WIDTH = 860;
  private static final String INK = "#1f2933";
  private static final String GREY = "#7b8794";
  private static final Map<String, String> COLOURS =
      Map.of("call", GREY, "POST", "#2b6cb0", "GET", "#2f855a");

  private final List<Row> rows;
  private final List<Long> times = new ArrayList<>();

  /** A span, and what is said of it. */
  record Row(SpanData span, String title, String subtitle, List<String> attributes) {}

  TracePicture(List<Row> rows) {
    this.rows = rows;
    for (Row row : rows) {
      times.add(row.span().getStartEpochNanos());
      row.span().getEvents().forEach(event -> times.add(event.getEpochNanos()));
      times.add(row.span().getEndEpochNanos());
    }
    times.sort(Comparator.naturalOrder());
  }

  String svg(String title) {
    int height = TOP + rows.size() * ROW + 10;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">\n<title>%s</title>\n"
            .formatted(WIDTH, height, WIDTH, height, title, title));
    svg.append("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n".formatted(WIDTH, height));
    for (int i = 0; i < rows.size(); i++) {
      row(svg, rows.get(i), TOP + i * ROW);
    }
    return svg.append("</svg>\n").toString();
  }

  private void row(StringBuilder svg, Row row, int y) {
    SpanData span = row.span();
    int from = x(span.getStartEpochNanos());
    int to = x(span.getEndEpochNanos());
    text(svg, 16, y + 12, 14, INK, "bold", row.title());
    text(svg, 16, y + 29, 12, GREY, "normal", row.subtitle());
    svg.append(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"%s\"/>\n"
            .formatted(from, y, to - from, BAR, COLOURS.getOrDefault(span.getName(), GREY)));
    text(svg, from + 10, y + 17, 13, "#ffffff", "bold", span.getName());
    int below = y + BAR + 15;
    for (String attribute : row.attributes()) {
      text(svg, from, below, 12, INK, "normal", attribute);
      below += 15;
    }
    span.getEvents().forEach(event -> event(svg, event, y));
  }

  private void event(StringBuilder svg, EventData event, int y) {
    int x = x(event.getEpochNanos());
    svg.append(
        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#c53030\" stroke-width=\"3\"/>\n"
            .formatted(x, y - 6, x, y + BAR + 6));
    text(svg, x + 8, y + 17, 13, "#ffffff", "bold", "401");
    text(svg, x + 8, y + BAR + 15, 12, "#c53030", "normal", "event " + event.getName());
    String attributes =
        event.getAttributes().asMap().entrySet().stream()
            .map(each -> each.getKey().getKey() + "=" + each.getValue())
            .filter(each -> each.startsWith("outcome"))
            .findFirst()
            .orElse("");
    text(svg, x + 8, y + BAR + 30, 12, "#c53030", "normal", attributes);
  }

  private int x(long time) {
    return LEFT + times.indexOf(time) * STEP;
  }

  private static void text(
      StringBuilder svg, int x, int y, int size, String colour, String weight, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"%d\" fill=\"%s\" font-weight=\"%s\">%s</text>\n",
            x,
            y,
            size,
            colour,
            weight,
            text));
  }
}
