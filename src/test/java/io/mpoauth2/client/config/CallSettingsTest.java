package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.token.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What shapes a call: retry, replay buffer, allowed origins. */
class CallSettingsTest {

  private final MapConfig config = MapConfig.complete("default");

  @ParameterizedTest
  @CsvSource({"true, true", "TRUE, true", "yes, true", "1, true", "false, false", "off, false"})
  void the_retry_can_be_switched_off(String text, boolean retry) {
    config.with("retry-unauthorized", text);

    assertThat(Reading.call(config).retryUnauthorized()).isEqualTo(retry);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void the_token_goes_unencrypted_only_where_that_is_set(String text, boolean allowed) {
    config.with("allow-http", text);

    assertThat(Reading.call(config).allowHttp()).isEqualTo(allowed);
    assertThat(Reading.call(MapConfig.complete("default")).allowHttp()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "65536, 65536",
    "64K, 65536",
    "64k, 65536",
    "1M, 1048576",
    "2m, 2097152",
    "1024M, 1073741824",
    "1073741824, 1073741824"
  })
  void the_replay_buffer_is_in_bytes_or_with_k_or_m(String text, int bytes) {
    config.with("replay-buffer", text);

    assertThat(Reading.call(config).replayBuffer()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "1G",
        "1 M",
        "1MB",
        "1.5M",
        "M",
        "much",
        "1025M",
        "1073741825",
        "9999999999M",
        "99999999999999999999"
      })
  void a_replay_buffer_that_is_no_size_is_a_problem(String text) {
    assertThat(Reading.problems(config.with("replay-buffer", text)))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.replay-buffer ")
        .contains(text);
  }

  @Test
  void allowed_origins_are_separated_by_commas() {
    config.with("allowed-origins", "https://api.example, http://localhost:8080 ,");

    assertThat(Reading.call(config).allowedOrigins())
        .extracting(Origin::toString)
        .containsExactlyInAnyOrder("https://api.example", "http://localhost:8080");
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example, https://API.Example:443",
    "http://api.example, HTTP://api.example:80",
    "https://[::1], https://[::1]:443"
  })
  void the_same_origin_written_otherwise_is_the_same(String one, String other) {
    config.with("allowed-origins", one + "," + other);

    assertThat(Reading.call(config).allowedOrigins()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "https://*",
        "https://*.example",
        "https://api.example/",
        "https://api.example/v1",
        "https://api.example?x",
        "https://api.example#x",
        "https://user@api.example",
        "api.example",
        "api.example:443",
        "//api.example",
        "ftp://api.example",
        "https://",
        "https://api example"
      })
  void what_is_no_bare_origin_is_a_problem(String origin) {
    assertThat(Reading.problems(config.with("allowed-origins", "https://fine.example," + origin)))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.allowed-origins has something that is not scheme://");
  }

  @Test
  void problems_of_the_token_request_are_told_with_those_of_the_call() {
    config.without("client-id").with("replay-buffer", "much");

    assertThat(Reading.problems(config)).hasSize(2);
  }

  @Test
  void a_bad_flag_is_told_once_though_two_settings_use_it() {
    assertThat(Reading.problems(config.with("allow-http", "maybe"))).hasSize(1);
  }
}
