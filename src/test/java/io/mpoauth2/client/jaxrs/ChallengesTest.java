package io.mpoauth2.client.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.jaxrs.Challenges.Challenge;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** RFC 9110, section 11.6.1. */
class ChallengesTest {

  @Test
  void scheme_and_names_are_in_lower_case() {
    assertThat(parse("BEARER Realm=\"API\", ERROR=invalid_token"))
        .containsExactly(new Challenge("bearer", Map.of("realm", "API", "error", "invalid_token")));
  }

  @Test
  void each_character_of_a_token_may_stand_in_a_name() {
    String name = "!#$%&'*+-.^_`|~09azAZ";

    assertThat(parse("Bearer " + name + "=1"))
        .containsExactly(new Challenge("bearer", Map.of(name.toLowerCase(Locale.ROOT), "1")));
  }

  @Test
  void several_challenges_in_one_header() {
    assertThat(
            parse(
                "Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\", Basic"
                    + " realm=\"simple\""))
        .containsExactly(
            new Challenge(
                "newauth", Map.of("realm", "apps", "type", "1", "title", "Login to \"apps\"")),
            new Challenge("basic", Map.of("realm", "simple")));
  }

  @Test
  void several_headers() {
    assertThat(parse("Basic", "Bearer error=\"invalid_token\""))
        .containsExactly(
            new Challenge("basic", Map.of()),
            new Challenge("bearer", Map.of("error", "invalid_token")));
  }

  @Test
  void comma_and_scheme_inside_quotes_are_text() {
    assertThat(
            parse("Bearer error_description=\"expired, Basic realm=x\", error=\"invalid_token\""))
        .containsExactly(
            new Challenge(
                "bearer",
                Map.of("error_description", "expired, Basic realm=x", "error", "invalid_token")));
  }

  @Test
  void token68_is_skipped() {
    assertThat(parse("Negotiate YII=, Bearer, NTLM abc=="))
        .containsExactly(
            new Challenge("negotiate", Map.of()),
            new Challenge("bearer", Map.of()),
            new Challenge("ntlm", Map.of()));
  }

  @Test
  void blanks_around_equals_and_empty_list_elements_are_allowed() {
    assertThat(parse(" , ,Bearer  realm = \"x\" ,, error = a , "))
        .containsExactly(new Challenge("bearer", Map.of("realm", "x", "error", "a")));
  }

  @Test
  void first_of_two_equal_names_counts() {
    assertThat(parse("Bearer error=a, error=b"))
        .containsExactly(new Challenge("bearer", Map.of("error", "a")));
  }

  @Test
  void what_cannot_be_read_does_not_hide_what_can() {
    assertThat(parse("{\"json\"}, Bearer error=\"x\", =5, \"quoted\", Basic"))
        .containsExactly(
            new Challenge("bearer", Map.of("error", "x")), new Challenge("basic", Map.of()));
  }

  @Test
  void parameters_of_no_scheme_are_no_challenge() {
    assertThat(parse("error=\"invalid_token\", realm=a, Basic realm=b"))
        .containsExactly(new Challenge("basic", Map.of("realm", "b")));
  }

  @Test
  void unfinished_quotes_end_with_the_header() {
    assertThat(parse("Bearer error=\"inval\\")).hasSize(1);
    assertThat(parse("Bearer error=\"inval", "Basic")).hasSize(2);
  }

  @Test
  void nothing_gives_nothing() {
    assertThat(parse("")).isEmpty();
    assertThat(parse()).isEmpty();
  }

  @Test
  void any_text_is_read_in_bounded_time_without_an_exception() {
    Random random = new Random(42);
    String alphabet = "Bearer =\",\\ \t=;x";

    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(parse(text.toString()).size()).isLessThanOrEqualTo(text.length());
    }
  }

  private static List<Challenge> parse(String... headers) {
    return Challenges.in(List.of(headers)).all();
  }
}
