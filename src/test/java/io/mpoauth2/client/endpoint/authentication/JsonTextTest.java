package io.mpoauth2.client.endpoint.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  /** No UTF-8 has it; Java's encoder would send a question mark. */
  @Test
  void half_a_character_is_escaped() {
    assertThat(of("\ud83dx\ude00\ud83d\ude00"))
        .isEqualTo("{\"a\":\"\\ud83dx\\ude00\ud83d\ude00\"}");
  }

  @Test
  void half_a_character_at_either_end_is_escaped() {
    assertThat(of("\ude00")).isEqualTo("{\"a\":\"\\ude00\"}");
    assertThat(of("x\ud83d")).isEqualTo("{\"a\":\"x\\ud83d\"}");
  }

  @Test
  void two_halves_in_the_wrong_order_are_escaped() {
    assertThat(of("\ude00\ud83d")).isEqualTo("{\"a\":\"\\ude00\\ud83d\"}");
  }

  /** RFC 8259, section 7. */
  @Test
  void the_last_control_character_is_escaped() {
    assertThat(of("\u001f")).isEqualTo("{\"a\":\"\\u001f\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "!", "/", "\u007f", "é", "😀"})
  void what_needs_no_escape_has_none(String text) {
    assertThat(of(text)).isEqualTo("{\"a\":\"" + text + "\"}");
  }

  private static String of(String text) {
    return new JsonText().add("a", text).text();
  }
}
