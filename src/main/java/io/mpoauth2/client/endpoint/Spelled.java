package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A text after some of its escapes were undone, each character with the place in the first text
 * that it stands for. So a secret is found in whatever spelling a server repeats it, and exactly
 * that is hidden.
 */
final class Spelled {
  /** A page may have a link in it whose parameter is a link again. More is nobody's accident. */
  private static final int DEEPEST = 4;

  private static final Pattern ESCAPE =
      Pattern.compile(
          // Mostly there is none, which is to be seen at once.
          "(?=[%&\\\\])(?:"
              // URLs (RFC 3986, section 2.1), with bytes beside each other, and JavaScript's old
              // way
              + "(?<percent>(?:%[0-9A-Fa-f]{2})+)|%[uU](?<script>[0-9A-Fa-f]{4})"
              // HTML; browsers do without the semicolon
              + "|&#0{0,9}(?<decimal>[0-9]{1,7});?|&#[xX]0{0,9}(?<hex>[0-9A-Fa-f]{1,6});?"
              + "|&(?<name>[A-Za-z]{2,8}[0-9]{0,2});?"
              // JSON and JavaScript
              + "|\\\\[uU](?<json>[0-9A-Fa-f]{4})|\\\\x(?<byte>[0-9A-Fa-f]{2})"
              + "|\\\\(?<single>[\"'/\\\\bfnrt]))");

  private final String text;
  private final int[] starts;
  private final int[] ends;

  private Spelled(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** Gives a text as it is, and after undoing escapes once, twice, as often as there are any. */
  static List<Spelled> readings(String text) {
    List<Spelled> readings = new ArrayList<>();
    Spelled next =
        new Spelled(
            text,
            IntStream.range(0, text.length()).toArray(),
            IntStream.rangeClosed(1, text.length()).toArray());
    readings.add(next);
    while (readings.size() <= DEEPEST && ESCAPE.matcher(next.text).find()) {
      String last = next.text;
      next = next.undone();
      if (next.text.equals(last)) {
        break;
      }
      readings.add(next);
    }
    return readings;
  }

  /** What it reads as. */
  String text() {
    return text;
  }

  /** Where a character of it begins in the first text. */
  int start(int at) {
    return starts[at];
  }

  /** Where a character of it ends there. */
  int end(int at) {
    return ends[at];
  }

  private Spelled undone() {
    StringBuilder plain = new StringBuilder();
    int[] from = new int[text.length()];
    int[] to = new int[text.length()];
    Matcher escape = ESCAPE.matcher(text);
    int at = 0;
    while (at < text.length()) {
      boolean found = escape.find(at);
      int until = found ? escape.start() : text.length();
      for (; at < until; at++) {
        from[plain.length()] = starts[at];
        to[plain.length()] = ends[at];
        plain.append(text.charAt(at));
      }
      if (found) {
        at = escape.end();
        for (Piece piece : pieces(escape)) {
          from[plain.length()] = starts[piece.start];
          to[plain.length()] = ends[piece.end - 1];
          plain.append(piece.text);
        }
      }
    }
    return new Spelled(
        plain.toString(), Arrays.copyOf(from, plain.length()), Arrays.copyOf(to, plain.length()));
  }

  /** A character, and where its escape stands. */
  private record Piece(char text, int start, int end) {}

  private static List<Piece> pieces(Matcher escape) {
    String percent = escape.group("percent");
    if (percent != null) {
      return bytes(percent, escape.start());
    }
    List<Piece> pieces = new ArrayList<>();
    character(escape)
        .chars()
        .forEach(each -> pieces.add(new Piece((char) each, escape.start(), escape.end())));
    return pieces;
  }

  private static String character(Matcher escape) {
    for (String group : List.of("script", "hex", "json", "byte")) {
      if (escape.group(group) != null) {
        return ofCode(Integer.parseInt(escape.group(group), 16));
      }
    }
    if (escape.group("decimal") != null) {
      return ofCode(Integer.parseInt(escape.group("decimal")));
    }
    String name = escape.group("name");
    if (name != null) {
      return HtmlNames.character(name).orElse(escape.group());
    }
    char single = escape.group("single").charAt(0);
    int control = "bfnrt".indexOf(single);
    return String.valueOf(control < 0 ? single : "\b\f\n\r\t".charAt(control));
  }

  private static String ofCode(int code) {
    return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
  }

  /** Bytes of UTF-8, or of the encoding that came before it. */
  private static List<Piece> bytes(String percent, int start) {
    byte[] bytes = new byte[percent.length() / 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(percent.substring(3 * i + 1, 3 * i + 3), 16);
    }
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      int length = lengthOfUtf8(bytes, at);
      String text = new String(bytes, at, Math.max(length, 1), length == 0 ? ISO_8859_1 : UTF_8);
      int next = at + Math.max(length, 1);
      int from = start + 3 * at;
      text.chars().forEach(each -> pieces.add(new Piece((char) each, from, start + 3 * next)));
      at = next;
    }
    return pieces;
  }

  /** Gives how many bytes from here on are a character of UTF-8; zero if they are none. */
  private static int lengthOfUtf8(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int length = first < 0x80 ? 1 : first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (at + length > bytes.length) {
      return 0;
    }
    boolean isNone = new String(bytes, at, length, UTF_8).indexOf('\uFFFD') >= 0;
    return isNone ? 0 : length;
  }
}
