package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "7, PT7S",
    "120, PT2M",
    "86400, P1D",
    "0000000000000000000000000000000000000000000005, PT5S"
  })
  void seconds_are_taken(String header, Duration pause) {
    assertThat(RetryAfter.pause(header, NOW)).isEqualTo(pause);
  }

  @ParameterizedTest
  @CsvSource({"1.5, PT2S", "30.001, PT31S", "7.0, PT8S"})
  void a_part_of_a_second_is_waited_for_as_well(String header, Duration pause) {
    assertThat(RetryAfter.pause(header, NOW)).isEqualTo(pause);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 01 Nov 2026 12:00:30 GMT",
        "Sunday, 01-Nov-26 12:00:30 GMT",
        "Sun Nov  1 12:00:30 2026"
      })
  void a_date_in_any_of_the_three_forms_is_counted_from_now(String date) {
    assertThat(RetryAfter.pause(date, NOW)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void a_year_of_two_digits_may_be_of_the_last_century() {
    assertThat(RetryAfter.pause("Sunday, 06-Nov-94 08:49:37 GMT", NOW)).isEqualTo(Duration.ZERO);
  }

  @Test
  void a_date_in_the_past_is_no_pause() {
    Duration pause = RetryAfter.pause("Sun, 01 Nov 2026 11:59:59 GMT", NOW);

    assertThat(pause).isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "315360001",
        "315360000.5",
        "99999999999999999999999999999999999999999999999",
        "99999999999999999999999999999999999999999999999.5",
        "Fri, 01 Nov 2999 12:00:00 GMT"
      })
  void more_than_ten_years_are_ten_years(String header) {
    assertThat(RetryAfter.pause(header, NOW)).isEqualTo(Duration.ofDays(3650));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "-5",
        "1.",
        ".5",
        "1.5.5",
        "PT5S",
        "2026-11-01T12:00:30Z",
        "+5",
        "1e3"
      })
  void anything_else_says_nothing(String header) {
    assertThat(RetryAfter.pause(header, NOW)).isNull();
  }
}
