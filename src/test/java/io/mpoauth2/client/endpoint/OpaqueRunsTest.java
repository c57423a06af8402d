package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be a token among a server's words, to the character. */
class OpaqueRunsTest {
  private static final String MARK = "(hidden)";

  @Test
  void sixteen_characters_are_hidden_and_fifteen_are_not() {
    assertThat(inBody("2YotnFZFEjr1zCsi")).isEqualTo(MARK);
    assertThat(inBody("2YotnFZFEjr1zCs")).isEqualTo("2YotnFZFEjr1zCs");
  }

  @Test
  void a_jwt_is_hidden_however_short() {
    assertThat(inBody("seen: eyJhbGci")).isEqualTo("seen: " + MARK);
    assertThat(inMember("seen: eyJhbGci.e30.")).isEqualTo("seen: " + MARK);
  }

  @ParameterizedTest
  @ValueSource(chars = {'a', 'z', 'A', 'Z', '0', '9', '_', '~', '+', '/', '=', '-'})
  void no_character_that_a_token_may_have_parts_it(char each) {
    assertThat(inBody("seen: 2YotnFZ" + each + "FEjr1zCs.")).isEqualTo("seen: " + MARK + ".");
  }

  @ParameterizedTest
  @ValueSource(chars = {' ', '.', ':', '"', '&', '<', '`', '{', '@', '['})
  void any_other_does(char each) {
    String words = "2YotnFZ" + each + "FEjr1zCs";

    assertThat(inBody(words)).isEqualTo(words);
  }

  @Test
  void a_word_has_thirty_six_characters_at_most() {
    assertThat(inBody("x".repeat(36))).isEqualTo("x".repeat(36));
    assertThat(inBody("x".repeat(37))).isEqualTo(MARK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INVALID_CLIENT_CREDENTIALS",
        "AUTHORIZATIONERROR",
        "InvalidClientIdentifier",
        "invalid-client-identifier"
      })
  void names_in_any_case_are_shown(String name) {
    assertThat(inBody(name)).isEqualTo(name);
    assertThat(inMember(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"QzWxEvRbTyUiOpAs", "AbZcAdZeAfZgAhZi", "QzWxEvRbTyUiOpAs_of_the_client"})
  void letters_with_as_many_capitals_as_small_ones_are_hidden(String letters) {
    assertThat(inBody(letters)).isEqualTo(MARK);
  }

  @Test
  void a_name_may_have_five_capitals_in_twelve_letters_and_not_one_more() {
    assertThat(inBody("ABcdeFGhijKLmnoPQrstUVwx")).isEqualTo("ABcdeFGhijKLmnoPQrstUVwx");
    assertThat(inBody("ABcdeFGhijKLmnoPQrstUVWx")).isEqualTo(MARK);
  }

  /** Operators are asked for it. */
  @Test
  void a_uuid_is_shown() {
    String id = "4b5c7bd0-8d2c-4b8f-9f3a-1f2e3d4c5b00";

    assertThat(inBody("Trace " + id + ".")).isEqualTo("Trace " + id + ".");
    assertThat(inMember("Trace " + id + ".")).isEqualTo("Trace " + id + ".");
    assertThat(inBody(id + "0")).isEqualTo(MARK);
  }

  @ParameterizedTest
  @CsvSource({"a, A, 0", "z, Z, 9", "k, K, 5"})
  void of_a_description_small_letters_capitals_and_digits_together_are_hidden(
      String small, String capital, String digit) {
    String run = digit.repeat(7) + small + capital + digit.repeat(7);

    assertThat(inMember(run)).isEqualTo(MARK);
    assertThat(inMember(run.replace(small, digit))).isNotEqualTo(MARK);
    assertThat(inMember(run.replace(capital, digit))).isNotEqualTo(MARK);
  }

  @Test
  void of_a_description_an_id_is_shown_below_forty_characters() {
    String id = "4bf92f3577b34da6a3ce929d0e0e4736";

    assertThat(inMember(id + "0000000")).isEqualTo(id + "0000000");
    assertThat(inMember(id + "00000000")).isEqualTo(MARK);
  }

  private static String inBody(String text) {
    return OpaqueRuns.hiddenInBody(text, MARK);
  }

  private static String inMember(String text) {
    return OpaqueRuns.hiddenInMember(text, MARK);
  }
}
