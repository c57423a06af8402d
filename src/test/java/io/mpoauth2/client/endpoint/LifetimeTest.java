package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifetimeTest {

  @ParameterizedTest
  @CsvSource({"1, PT1S", "2, PT2S", "3600, PT1H", "3599.9, PT59M59S", "3.6e3, PT1H"})
  void a_number_is_seconds(String expiresIn, Duration lifetime) {
    assertThat(lifetime(expiresIn)).isEqualTo(lifetime);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"3600\"", "\" 3600 \""})
  void digits_in_a_string_are_accepted(String expiresIn) {
    assertThat(lifetime(expiresIn)).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "-9e99", "0.5", "\"0\"", "\"-5\""})
  void zero_or_less_is_taken_as_a_second(String expiresIn) {
    assertThat(lifetime(expiresIn)).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"315360001", "9223372036854775807", "99999999999999999999", "1e999999"})
  void a_huge_one_is_ten_years(String expiresIn) {
    assertThat(lifetime(expiresIn)).isEqualTo(Duration.ofDays(3650));
  }

  @ParameterizedTest
  @CsvSource({
    "3600.00000000000000000000000, PT1H",
    "0.99999999999999999999999, PT1S",
    "-1.99999999999999999999999, PT1S",
    "999999999999999999999, P3650D",
    "1e99999999999, P3650D",
    "'\"0000000000000000000000003600\"', PT1H"
  })
  void it_may_be_written_at_length(String expiresIn, Duration lifetime) {
    assertThat(lifetime(expiresIn)).isEqualTo(lifetime);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "\"\"", "\"soon\"", "\"NaN\"", "[3600]", "{}"})
  void anything_else_is_no_lifetime(String expiresIn) {
    assertThat(lifetime(expiresIn)).isNull();
  }

  private static @Nullable Duration lifetime(String expiresIn) {
    return Lifetime.toldBy(
        AnswerJson.parse(
            Json.createParserFactory(Map.of()), "{\"expires_in\": " + expiresIn + "}"));
  }
}
