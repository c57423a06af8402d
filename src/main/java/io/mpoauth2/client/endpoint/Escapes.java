package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Escapes of URLs, HTML, JSON and JavaScript, and what they stand for. */
final class Escapes {
  private static final Pattern ESCAPE =
      Pattern.compile(
          // URLs (RFC 3986, section 2.1), with bytes beside each other, and JavaScript's old way
          "(?<percent>(?:%[0-9A-Fa-f]{2})++)|%[uU](?<script>[0-9A-Fa-f]{4})"
              // HTML; browsers do without the semicolon
              + "|&#0{0,9}(?<decimal>[0-9]{1,7});?|&#[xX]0{0,9}(?<hex>[0-9A-Fa-f]{1,6});?"
              + "|&(?<name>[A-Za-z]{2,8}[0-9]{0,2});?"
              // JSON and JavaScript
              + "|\\\\[uU](?<json>[0-9A-Fa-f]{4})|\\\\x(?<byte>[0-9A-Fa-f]{2})"
              + "|\\\\[uU]\\{(?<braced>[0-9A-Fa-f]{1,6})}"
              + "|\\\\(?<single>[\"'/\\\\bfnrt])"
              // JSON pointers (RFC 6901, section 3)
              + "|~(?<pointer>[01])");

  private Escapes() {}

  /** Is given a text in pieces. */
  interface Reader {
    /** Takes what stands for itself, between two places. */
    void plain(int start, int end);

    /** Takes what an escape between two places reads as; never longer than the escape. */
    void escape(String piece, int start, int end);
  }

  /** Gives where the next escape may begin, at that place or behind it; the end if none does. */
  static int nextMark(String text, int from) {
    int at = from;
    while (at < text.length()) {
      char each = text.charAt(at);
      if (each == '%' || each == '&' || each == '\\' || each == '~') {
        break;
      }
      at++;
    }
    return at;
  }

  /** Undoes every escape once. */
  static void undo(String text, Reader reader) {
    Matcher escape = ESCAPE.matcher(text);
    int at = 0;
    while (at < text.length()) {
      int mark = nextMark(text, at);
      boolean isEscape = mark < text.length() && escape.region(mark, text.length()).lookingAt();
      int plainUntil = isEscape ? mark : Math.min(mark + 1, text.length());
      reader.plain(at, plainUntil);
      at = plainUntil;
      if (isEscape) {
        at = escape.end();
        undo(escape, reader);
      }
    }
  }

  private static void undo(Matcher escape, Reader reader) {
    String percent = escape.group("percent");
    if (percent != null) {
      undo(percent, escape.start(), reader);
    } else {
      reader.escape(character(escape), escape.start(), escape.end());
    }
  }

  private static String character(Matcher escape) {
    String decimal = escape.group("decimal");
    if (decimal != null) {
      return ofCode(Integer.parseInt(decimal));
    }
    String name = escape.group("name");
    if (name != null) {
      return HtmlNames.character(name).orElse(escape.group());
    }
    String single = escape.group("single");
    if (single != null) {
      int control = "bfnrt".indexOf(single.charAt(0));
      return control < 0 ? single : "\b\f\n\r\t".substring(control, control + 1);
    }
    String pointer = escape.group("pointer");
    if (pointer != null) {
      return pointer.equals("0") ? "~" : "/";
    }
    String code = escape.group("script");
    code = code == null ? escape.group("braced") : code;
    code = code == null ? escape.group("hex") : code;
    code = code == null ? escape.group("json") : code;
    return ofCode(Integer.parseInt(code == null ? escape.group("byte") : code, 16));
  }

  private static String ofCode(int code) {
    return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
  }

  /** Bytes of UTF-8, or of the encoding that came before it. */
  private static void undo(String percent, int start, Reader reader) {
    byte[] bytes = new byte[percent.length() / 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(percent, 3 * i + 1, 3 * i + 3, 16);
    }
    int at = 0;
    while (at < bytes.length) {
      int length = lengthOfUtf8(bytes, at);
      String text = new String(bytes, at, Math.max(length, 1), length == 0 ? ISO_8859_1 : UTF_8);
      int next = at + Math.max(length, 1);
      reader.escape(text, start + 3 * at, start + 3 * next);
      at = next;
    }
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
