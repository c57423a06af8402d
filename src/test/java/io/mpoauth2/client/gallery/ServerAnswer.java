package io.mpoauth2.client.gallery;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a server answers, in its own shape, and what is to become of it.
 *
 * @param to the kind of request that is answered so; empty for any that is right
 * @param assumed what the source does not show of it; empty if it shows all
 */
record ServerAnswer(
    Kind kind,
    String to,
    int status,
    String assumed,
    Map<String, String> headers,
    String body,
    JsonObject expected) {

  enum Kind {
    TOKEN,
    REFUSAL,
    UNAVAILABLE
  }

  static ServerAnswer from(JsonObject json) {
    return new ServerAnswer(
        Kind.valueOf(json.getString("kind").toUpperCase(Locale.ROOT)),
        json.getString("to", ""),
        json.getInt("status"),
        json.getString("assumed", ""),
        headers(json),
        text(json.get("body")),
        json.getJsonObject("expected"));
  }

  private static Map<String, String> headers(JsonObject json) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.putAll(Server.texts(json, "headers"));
    return headers;
  }

  /** A body that is no JSON stands as a text. */
  private static String text(JsonValue body) {
    return body instanceof JsonString text ? text.getString() : body.toString();
  }

  /** What the message must have of the server's own words. */
  List<String> says() {
    return Server.lines(expected, "says");
  }

  /** What no message may have. */
  List<String> hides() {
    return Server.lines(expected, "hides");
  }

  List<String> warns() {
    return Server.lines(expected, "warns");
  }

  @Override
  public String toString() {
    return status + (to.isEmpty() ? "" : " " + to);
  }
}
