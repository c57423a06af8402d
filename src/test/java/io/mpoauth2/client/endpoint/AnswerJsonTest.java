package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerJsonTest {

  @Test
  void strings_and_numbers_are_told_apart() {
    AnswerJson answer = parse("{\"a\": \"text\", \"b\": 42, \"c\": null, \"d\": false}");

    assertThat(answer.string("a")).isEqualTo("text");
    assertThat(answer.number("a")).isNull();
    assertThat(answer.number("b")).isEqualTo("42");
    assertThat(answer.string("b")).isNull();
    assertThat(answer.has("c")).isFalse();
    assertThat(answer.has("d")).isTrue();
    assertThat(answer.has("e")).isFalse();
    assertThat(answer.nonsense()).isNull();
  }

  @Test
  void only_the_top_level_counts() {
    AnswerJson answer =
        parse("{\"x\": {\"access_token\": \"no\"}, \"y\": [{\"error\": \"no\"}], \"z\": \"yes\"}");

    assertThat(answer.has("access_token")).isFalse();
    assertThat(answer.has("error")).isFalse();
    assertThat(answer.has("x")).isTrue();
    assertThat(answer.string("z")).isEqualTo("yes");
  }

  @Test
  void a_list_has_the_strings_in_it_and_an_object_is_none() {
    AnswerJson answer =
        parse("{\"a\": [\"one\", 2, [\"no\"], \"three\"], \"b\": {\"c\": \"no\"}, \"d\": \"no\"}");

    assertThat(answer.strings("a")).containsExactly("one", "three");
    assertThat(answer.strings("b")).isNull();
    assertThat(answer.strings("d")).isNull();
  }

  @Test
  void an_object_in_it_has_the_strings_right_in_it() {
    AnswerJson answer =
        parse(
            "{\"a\": {\"b\": 1, \"c\": {\"d\": \"no\"}, \"e\": \"yes\"}, \"f\": [{\"e\": \"no\"}]}");

    assertThat(answer.string("a", "e")).isEqualTo("yes");
    assertThat(answer.string("a", "b")).isNull();
    assertThat(answer.string("a", "d")).isNull();
    assertThat(answer.string("f", "e")).isNull();
    assertThat(answer.string("e", "e")).isNull();
  }

  @Test
  void an_empty_object_has_nothing() {
    assertThat(parse("{}").has("access_token")).isFalse();
  }

  @Test
  void an_empty_body_is_nonsense() {
    assertThat(nonsense("")).isEqualTo("an empty body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "<html>down</html>",
        "null",
        "42",
        "\"abc\"",
        "[]",
        "[{\"a\": 1}]",
        "{\"access_token\": \"abc",
        "{\"access_token\": \"abc\"",
        "{\"a\" 1}",
        "{a: 1}",
        "{'a': 1}",
        "{\"a\": 1,}",
        "access_token=abc&expires_in=3600"
      })
  void what_is_no_json_object_is_nonsense(String body) {
    assertThat(nonsense(body)).isEqualTo("a body that is no JSON object");
  }

  @Test
  void a_byte_order_mark_is_nonsense() {
    assertThat(nonsense("\uFEFF{\"access_token\": \"abc\"}")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\": 1} x", "{\"a\": 1}{\"a\": 2}", "{}]"})
  void something_behind_the_object_is_nonsense(String body) {
    assertThat(nonsense(body)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1, \"a\": 1}",
        "{\"a\": null, \"a\": \"x\"}",
        "{\"a\": {}, \"b\": 1, \"a\": []}",
        "{\"access_token\": \"x\", \"access\\u005ftoken\": \"y\"}"
      })
  void a_name_that_comes_twice_is_nonsense(String body) {
    assertThat(nonsense(body)).isEqualTo("JSON in which a name comes twice");
  }

  @Test
  void thirty_two_levels_are_read() {
    AnswerJson answer = parse("{\"a\": " + "[".repeat(31) + "]".repeat(31) + ", \"b\": 1}");

    assertThat(answer.number("b")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 100_000})
  void deeper_nesting_is_nonsense(int levels) {
    assertThat(nonsense("{\"a\": " + "[".repeat(levels) + "]".repeat(levels) + "}"))
        .isEqualTo("JSON nested more than 32 levels deep");
  }

  @Test
  void what_was_read_is_not_told() {
    assertThat(nonsense("{\"access_token\": s3cr3t")).doesNotContain("s3cr");
  }

  private static @Nullable String nonsense(String body) {
    AnswerJson answer = parse(body);

    assertThat(answer.has("a")).isFalse();
    assertThat(answer.has("access_token")).isFalse();
    return answer.nonsense();
  }

  private static AnswerJson parse(String body) {
    return AnswerJson.parse(Json.createParserFactory(Map.of()), body);
  }
}
