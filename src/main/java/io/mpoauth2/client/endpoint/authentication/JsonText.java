package io.mpoauth2.client.endpoint.authentication;

import java.util.StringJoiner;

/** A flat JSON object as text (RFC 8259), its members in the order they were added. */
final class JsonText {
  private final StringJoiner members = new StringJoiner(",", "{", "}");

  JsonText add(String name, String value) {
    members.add(quoted(name) + ':' + quoted(value));
    return this;
  }

  JsonText add(String name, long value) {
    members.add(quoted(name) + ':' + value);
    return this;
  }

  String text() {
    return members.toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '"' || each == '\\') {
        quoted.append('\\').append(each);
      } else if (each < ' ' || (Character.isSurrogate(each) && !isPaired(text, i))) {
        // Half a character has no UTF-8.
        quoted.append(String.format("\\u%04x", (int) each));
      } else {
        quoted.append(each);
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
