package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words of an answer are told: those of members that tell a reason, and no others. */
class ErrorWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        " {'fault': {'faultstring': 'No such client', 'x': 'no', 'error-code': 7}}",
        "[{'message': 'No such client'}, {'code': '7', 'token': 'no'}]",
        "<e><message>No such client</message><x>no</x><code>7</code></e>",
        "\n<s:Fault><s:faultstring xml:lang='en'>No such client</s:faultstring><s:code>7</s:code>"
      })
  void the_reason_is_found_in_whatever_shape(String body) {
    assertThat(words(body)).containsExactly("No such client", "7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "message: no",
        "<html><title>no</title></html>",
        "<!DOCTYPE HTML><title>no</title>",
        "<e><message> </message></e>",
        "{'message': ' ', 'code': true, 'error': null}",
        "{'message': "
      })
  void pages_blanks_and_what_tells_nothing_have_none(String body) {
    assertThat(words(body)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'error': 'a', 'code': 'b', 'message': 'c', 'hint': 'd', 'detail': 'e'}",
        "<e><error>a</error><code>b</code><message>c</message><hint>d</hint><detail>e</detail></e>"
      })
  void four_are_enough(String body) {
    assertThat(words(body)).containsExactly("a", "b", "c", "d");
  }

  @Test
  void thirty_two_levels_are_read_and_no_deeper() {
    String error = "{'message': 'No such client'}";

    assertThat(words("[".repeat(31) + error)).containsExactly("No such client");
    assertThat(words("[".repeat(32) + error)).isEmpty();
  }

  @Test
  void many_beside_each_other_are_not_deep() {
    assertThat(words("[" + "{},".repeat(100) + "{'message': 'No such client'}]"))
        .containsExactly("No such client");
  }

  @Test
  void what_was_found_before_an_answer_breaks_off_counts() {
    assertThat(words("{'message': 'No such client', 'det")).containsExactly("No such client");
  }

  private static List<String> words(String body) {
    return ErrorWords.in(body.replace('\'', '"'), Json.createParserFactory(Map.of()));
  }
}
