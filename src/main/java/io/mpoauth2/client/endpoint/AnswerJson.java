package io.mpoauth2.client.endpoint;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The top-level strings, numbers and lists of strings of a JSON object, read strictly: a name that
 * comes twice could mean one thing to us and another to whoever checked the answer before, so it
 * means nothing. Beside them the strings of objects in it, of which the last of a name counts.
 * Numbers stay text, for no type holds them all.
 */
final class AnswerJson {
  private static final int DEEPEST = 32;
  private static final String NO_OBJECT = "a body that is no JSON object";

  private final Map<String, Event> types = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, List<String>> lists = new HashMap<>();
  private final Map<String, Map<String, String>> objects = new HashMap<>();
  private final @Nullable String nonsense;

  private AnswerJson(@Nullable String nonsense) {
    this.nonsense = nonsense;
  }

  static AnswerJson parse(JsonParserFactory json, String body) {
    if (body.isEmpty()) {
      return new AnswerJson("an empty body");
    }
    AnswerJson answer = new AnswerJson(null);
    try (JsonParser parser = json.createParser(new StringReader(body))) {
      String nonsense = answer.readObject(parser);
      return nonsense == null ? answer : new AnswerJson(nonsense);
    } catch (JsonException | NoSuchElementException | IllegalStateException e) {
      // The parser's message quotes what it met, which may be part of a token.
      return new AnswerJson(NO_OBJECT);
    }
  }

  /**
   * Gives why the body is no JSON object that could be meant; it then has no members.
   *
   * @return what it is instead, not what was read; null if it is one
   */
  @Nullable String nonsense() {
    return nonsense;
  }

  @Nullable String string(String name) {
    return types.get(name) == Event.VALUE_STRING ? texts.get(name) : null;
  }

  @Nullable String number(String name) {
    return types.get(name) == Event.VALUE_NUMBER ? texts.get(name) : null;
  }

  /** Gives the strings of an array; null if there is none that begins with one. */
  @Nullable List<String> strings(String name) {
    return lists.get(name);
  }

  /** Gives a string of an object in it; null if it has none of that name. */
  @Nullable String string(String object, String name) {
    return objects.getOrDefault(object, Map.of()).get(name);
  }

  /** Says whether there is a value other than null. */
  boolean has(String name) {
    Event type = types.get(name);
    return type != null && type != Event.VALUE_NULL;
  }

  private @Nullable String readObject(JsonParser parser) {
    if (parser.next() != Event.START_OBJECT) {
      return NO_OBJECT;
    }
    String name = "";
    String inner = "";
    int depth = 1;
    while (depth > 0) {
      Event event = parser.next();
      boolean isMember = depth == 1;
      if (event == Event.KEY_NAME) {
        name = isMember ? parser.getString() : name;
        inner = depth == 2 ? parser.getString() : inner;
        continue;
      }
      if (event == Event.END_OBJECT || event == Event.END_ARRAY) {
        depth--;
        continue;
      }
      if (event == Event.START_OBJECT || event == Event.START_ARRAY) {
        depth++;
      }
      if (depth > DEEPEST) {
        return "JSON nested more than " + DEEPEST + " levels deep";
      }
      if (isMember && types.putIfAbsent(name, event) != null) {
        return "JSON in which a name comes twice";
      }
      if (isMember && (event == Event.VALUE_STRING || event == Event.VALUE_NUMBER)) {
        texts.put(name, parser.getString());
      } else if (depth == 2 && event == Event.VALUE_STRING) {
        addInner(name, inner, parser.getString());
      }
    }
    return parser.hasNext() ? "something behind its JSON object" : null;
  }

  private void addInner(String name, String inner, String text) {
    if (types.get(name) == Event.START_ARRAY) {
      lists.computeIfAbsent(name, key -> new ArrayList<>()).add(text);
    } else {
      objects.computeIfAbsent(name, key -> new HashMap<>()).put(inner, text);
    }
  }
}
