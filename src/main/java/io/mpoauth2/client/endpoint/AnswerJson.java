package io.mpoauth2.client.endpoint;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The top-level strings and numbers of a JSON object, read strictly: a name that comes twice could
 * mean one thing to us and another to whoever checked the answer before, so it means nothing.
 */
final class AnswerJson {
  private static final int DEEPEST = 32;

  private final Map<String, Member> members = new HashMap<>();

  private AnswerJson() {}

  private record Member(Event type, String text) {}

  /** Thrown where the text is no JSON object that could be meant. Tells why, not what was read. */
  static final class NonsenseException extends Exception {
    private static final long serialVersionUID = 1L;

    NonsenseException(String message) {
      super(message);
    }
  }

  static AnswerJson parse(JsonParserFactory json, String body) throws NonsenseException {
    if (body.isEmpty()) {
      throw new NonsenseException("an empty body");
    }
    AnswerJson answer = new AnswerJson();
    try (JsonParser parser = json.createParser(new StringReader(body))) {
      answer.readObject(parser);
    } catch (JsonException | NoSuchElementException | IllegalStateException e) {
      // The parser's message quotes what it met, which may be part of a token.
      throw new NonsenseException("a body that is no JSON object");
    }
    return answer;
  }

  private void readObject(JsonParser parser) throws NonsenseException {
    if (parser.next() != Event.START_OBJECT) {
      throw new NonsenseException("a body that is no JSON object");
    }
    String name = "";
    int depth = 1;
    while (depth > 0) {
      Event event = parser.next();
      switch (event) {
        case START_OBJECT, START_ARRAY -> depth++;
        case END_OBJECT, END_ARRAY -> depth--;
        default -> {}
      }
      if (depth > DEEPEST) {
        throw new NonsenseException("JSON nested more than " + DEEPEST + " levels deep");
      }
      if (depth == 1 && event == Event.KEY_NAME) {
        name = parser.getString();
      } else if (depth == 1 && event != Event.END_OBJECT && event != Event.END_ARRAY) {
        add(name, event, parser);
      } else if (depth == 2 && (event == Event.START_OBJECT || event == Event.START_ARRAY)) {
        add(name, event, parser);
      }
    }
    if (parser.hasNext()) {
      throw new NonsenseException("something behind its JSON object");
    }
  }

  private void add(String name, Event event, JsonParser parser) throws NonsenseException {
    boolean scalar = event == Event.VALUE_STRING || event == Event.VALUE_NUMBER;
    if (members.putIfAbsent(name, new Member(event, scalar ? parser.getString() : "")) != null) {
      throw new NonsenseException("JSON in which a name comes twice");
    }
  }

  Optional<String> string(String name) {
    return text(name, Event.VALUE_STRING);
  }

  Optional<String> number(String name) {
    return text(name, Event.VALUE_NUMBER);
  }

  /** Says whether there is a value other than null. */
  boolean has(String name) {
    Member member = members.get(name);
    return member != null && member.type != Event.VALUE_NULL;
  }

  private Optional<String> text(String name, Event type) {
    Member member = members.get(name);
    return member != null && member.type == type ? Optional.of(member.text) : Optional.empty();
  }
}
