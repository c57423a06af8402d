package io.mpoauth2.client.endpoint;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reason in an answer of another shape than RFC 6749's: faults of gateways, lists and objects
 * of errors, problem details (RFC 9457), XML. Gives the values of members that are known to tell
 * it, in their order, and nothing else of the answer, in which a token may be.
 */
final class ErrorWords {
  private static final int MOST = 4;
  private static final int MOST_READ = 1 << 14;
  private static final int MOST_JSON_READ = 1 << 16;
  private static final int DEEPEST = 32;

  /** Without case, hyphens and underscores. */
  private static final Pattern TELLING =
      Pattern.compile(
          "err|errors?|fault|exception|cause|hint|title|type|category|name|moreinfo"
              + "|(?:err|error|fault|exception|reason|result|sub)?code"
              + "|(?:err|error|fault|exception)(?:id|no|number|type|key|name|string|causes?)"
              + "|(?:err|error|fault|exception|result|response|status|developer|user)?"
              + "(?:msg|messages?|text|desc|description|details?)"
              + "|(?:err|error|fault|exception)?(?:reason|summary|info)");

  private static final Pattern HYPHENS = Pattern.compile("[_-]");

  private static final Pattern ELEMENT =
      Pattern.compile("<(?:[\\w.-]{1,40}:)?([\\w.-]{1,40})(?:\\s[^<>]{0,200})?>([^<>]{1,2000})</");

  private static final Pattern PAGE = Pattern.compile("(?i)<!doctype html|<html");

  private final Set<String> words = new LinkedHashSet<>();

  private ErrorWords() {}

  static List<String> in(String body, JsonParserFactory json) {
    ErrorWords found = new ErrorWords();
    String stripped = body.strip();
    if (stripped.startsWith("<")) {
      found.readXml(stripped.substring(0, Math.min(stripped.length(), MOST_READ)));
    } else if (stripped.startsWith("{") || stripped.startsWith("[")) {
      found.readJson(stripped.substring(0, Math.min(stripped.length(), MOST_JSON_READ)), json);
    }
    return List.copyOf(found.words);
  }

  private void readXml(String body) {
    if (PAGE.matcher(body).find()) {
      return;
    }
    Matcher element = ELEMENT.matcher(body);
    while (words.size() < MOST && element.find()) {
      add(element.group(1), element.group(2));
    }
  }

  private void readJson(String body, JsonParserFactory json) {
    String name = "";
    int depth = 0;
    try (JsonParser parser = json.createParser(new StringReader(body))) {
      while (parser.hasNext() && words.size() < MOST && depth <= DEEPEST) {
        switch (parser.next()) {
          case KEY_NAME -> name = parser.getString();
          case VALUE_STRING, VALUE_NUMBER -> add(name, parser.getString());
          case START_OBJECT, START_ARRAY -> depth++;
          case END_OBJECT, END_ARRAY -> depth--;
          default -> {
            // A truth value tells nothing.
          }
        }
      }
    } catch (JsonException | NoSuchElementException | IllegalStateException e) {
      // What was found before it ended is the server's all the same.
    }
  }

  private void add(String name, String value) {
    String plain = HYPHENS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    if (TELLING.matcher(plain).matches() && !value.isBlank()) {
      words.add(value);
    }
  }
}
