package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.jaxrs.Challenges.Challenge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one {@code WWW-Authenticate} header (RFC 9110, section 11.6.1). What cannot be understood
 * is skipped up to the next comma, so that one odd challenge does not hide the others.
 */
final class ChallengeReader {
  /** Of a header; what stands beyond is not worth the time of a caller. */
  private static final int LONGEST = 16 * 1024;

  private final String text;
  private final List<Challenge> all = new ArrayList<>();
  private int at;

  ChallengeReader(String header) {
    this.text = header.substring(0, Math.min(header.length(), LONGEST));
  }

  /** Gives the challenges in their order. */
  List<Challenge> read() {
    Map<String, String> current = null;
    while (skipSeparators()) {
      int start = at;
      String word = token();
      if (word.isEmpty()) {
        skipToComma();
        continue;
      }
      String value = value();
      if (value != null) {
        // Of no scheme, as some servers have it, it is a challenge that cannot be understood.
        if (current != null) {
          current.putIfAbsent(word.toLowerCase(Locale.ROOT), value);
        }
      } else {
        at = start + word.length();
        current = firstParameter();
        all.add(new Challenge(word.toLowerCase(Locale.ROOT), current));
      }
    }
    return all;
  }

  /** A scheme has a space and then its first parameter or a token68 behind it, or nothing. */
  private Map<String, String> firstParameter() {
    Map<String, String> parameters = new LinkedHashMap<>();
    int afterName = at;
    skipBlanks();
    if (at > afterName) {
      String first = token();
      String value = first.isEmpty() ? null : value();
      if (value != null) {
        parameters.put(first.toLowerCase(Locale.ROOT), value);
      } else {
        skipToComma();
      }
    } else {
      skipToComma();
    }
    return parameters;
  }

  /** Reads {@code = value}; gives null and does not say where it stopped if it is not there. */
  private @Nullable String value() {
    skipBlanks();
    if (at >= text.length() || text.charAt(at) != '=') {
      return null;
    }
    at++;
    skipBlanks();
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    String value = token();
    return value.isEmpty() ? null : value;
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    at++;
    return value.toString();
  }

  private String token() {
    int start = at;
    while (at < text.length() && isTokenCharacter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Moves to the next element of the list; false at the end. */
  private boolean skipSeparators() {
    while (at < text.length() && (isBlank(text.charAt(at)) || text.charAt(at) == ',')) {
      at++;
    }
    return at < text.length();
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  /** Skips what is left of an element; a comma inside quotes does not end it. */
  private void skipToComma() {
    while (at < text.length() && text.charAt(at) != ',') {
      if (text.charAt(at) == '"') {
        quoted();
      } else {
        at++;
      }
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** RFC 9110, section 5.6.2. */
  private static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }
}
