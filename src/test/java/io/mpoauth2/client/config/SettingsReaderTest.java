package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.token.CallSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

  @Test
  void three_properties_are_enough_the_rest_has_defaults() {
    ClientSettings settings = Reading.client(MapConfig.complete("default"));

    assertThat(settings.client()).isEqualTo("default");
    assertThat(settings.tokenEndpoint()).isEqualTo(URI.create("https://login.example/token"));
    assertThat(settings.authentication()).isEqualTo(basic(true));
    assertThat(settings.scope()).isEmpty();
    assertThat(settings.parameters()).isEmpty();
    assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.lifetimes().expiryMargin()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.lifetimes().refreshMargin()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.lifetimes().fallback()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.notices()).isEmpty();
  }

  @Test
  void call_settings_have_defaults() {
    assertThat(Reading.call(MapConfig.complete("default")))
        .usingRecursiveComparison()
        .isEqualTo(CallSettings.DEFAULTS);
  }

  @Test
  void the_client_named_signicat_needs_no_token_endpoint() {
    MapConfig config = MapConfig.complete("signicat").without("token-endpoint");

    ClientSettings settings =
        new SettingsReader(config.config(), new TokenKey("signicat", Set.of())).get();

    assertThat(settings.tokenEndpoint())
        .isEqualTo(URI.create("https://api.signicat.io/oauth/connect/token"));
  }

  @Test
  void the_client_named_signicat_may_have_another_token_endpoint() {
    MapConfig config =
        MapConfig.complete("signicat").with("token-endpoint", "http://localhost:8080/token");

    ClientSettings settings =
        new SettingsReader(config.config(), new TokenKey("signicat", Set.of())).get();

    assertThat(settings.tokenEndpoint()).isEqualTo(URI.create("http://localhost:8080/token"));
  }

  @Test
  void equal_configuration_gives_equal_settings() {
    MapConfig config = MapConfig.complete("default").with("scope", "a b").with("resource", "x:y");

    assertThat(Reading.client(config)).isEqualTo(Reading.client(config));
  }

  @ParameterizedTest
  @CsvSource({"client_secret_basic", "client_secret_post"})
  void client_authentication_has_the_names_of_rfc_7591(String name) {
    MapConfig config = MapConfig.complete("default").with("client-authentication", name);

    ClientSettings settings = Reading.client(config);

    assertThat(settings.authentication())
        .isEqualTo(
            name.endsWith("basic")
                ? basic(true)
                : new ClientSecretPost("clientId", new Secret("clientSecret")));
  }

  @Test
  void client_authentication_none_is_a_problem() {
    MapConfig config = MapConfig.complete("default").with("client-authentication", "none");

    assertThat(Reading.problems(config))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.client-authentication ")
        .contains("none", "RFC 6749, section 4.4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_secret", "basic", "CLIENT_SECRET_BASIC"})
  void another_client_authentication_is_a_problem(String name) {
    MapConfig config = MapConfig.complete("default").with("client-authentication", name);

    assertThat(Reading.problems(config))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.client-authentication must be client_secret_basic, ")
        .contains("client_secret_post", name);
  }

  @Test
  void basic_encoding_may_be_raw() {
    MapConfig config = MapConfig.complete("default").with("basic-encoding", "raw");

    assertThat(Reading.client(config).authentication()).isEqualTo(basic(false));
  }

  @Test
  void raw_basic_cannot_have_a_colon_in_the_client_id() {
    MapConfig config = MapConfig.complete("default").with("client-id", "urn:client");

    assertThat(Reading.client(config).authentication().toString()).contains("urn:client");
    assertThat(Reading.problems(config.with("basic-encoding", "raw")))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.client-id ")
        .contains("colon", "oauth2.client.default.basic-encoding");
  }

  @ParameterizedTest
  @CsvSource({
    "connect-timeout, PT7S, PT7S", "connect-timeout, 7, PT7S",
    "request-timeout, PT0.25S, PT0.25S", "request-timeout, ' 25 ', PT25S",
    "expiry-margin, 0, PT0S", "refresh-margin, pt0s, PT0S",
    "default-lifetime, P1D, PT24H", "default-lifetime, 90, PT1M30S"
  })
  void durations_are_iso_8601_or_seconds(String property, String text, Duration duration) {
    ClientSettings settings = Reading.client(MapConfig.complete("default").with(property, text));

    Duration read =
        switch (property) {
          case "connect-timeout" -> settings.connectTimeout();
          case "request-timeout" -> settings.requestTimeout();
          case "expiry-margin" -> settings.lifetimes().expiryMargin();
          case "refresh-margin" -> settings.lifetimes().refreshMargin();
          default -> settings.lifetimes().fallback();
        };
    assertThat(read).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource({
    "connect-timeout, 0",
    "request-timeout, PT0S",
    "default-lifetime, 0",
    "connect-timeout, -1",
    "request-timeout, PT-1S",
    "expiry-margin, -5",
    "refresh-margin, -PT1S",
    "request-timeout, 5s",
    "expiry-margin, 1.5",
    "refresh-margin, five minutes",
    "default-lifetime, 999999999999",
    "default-lifetime, PT99999999999999999999S",
    "connect-timeout, 9999999999999999999999",
    "request-timeout, P1Y"
  })
  void a_duration_that_is_none_or_too_short_or_too_long_is_a_problem(String property, String text) {
    MapConfig config = MapConfig.complete("default").with(property, text);

    assertThat(Reading.problems(config))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default." + property + " ")
        .contains(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"allow-http", "retry-unauthorized"})
  void a_flag_that_is_neither_true_nor_false_is_a_problem(String property) {
    MapConfig config = MapConfig.complete("default").with(property, "maybe");

    assertThat(Reading.problems(config))
        .containsExactly(
            "oauth2.client.default." + property + " is neither true nor false: \"maybe\"");
  }

  @Test
  void an_empty_value_is_a_missing_one() {
    MapConfig config = MapConfig.complete("default").with("scope", " ").with("request-timeout", "");

    ClientSettings settings = Reading.client(config);

    assertThat(settings.scope()).isEmpty();
    assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void every_problem_is_told_at_once_and_no_secret() {
    MapConfig config =
        MapConfig.empty("default")
            .with("token-endpoint", "http://login.example/token")
            .with("client-secret", "s3cr3t")
            .with("client-secret-file", "/run/secrets/one")
            .with("scope", "a\"b")
            .with("parameters.grant_type", "p4ssword")
            .with("request-timeout", "soon")
            .with("replay-buffer", "much")
            .with("allowed-origins", "*");

    InvalidSettingsException invalid =
        catchThrowableOfType(InvalidSettingsException.class, () -> Reading.call(config));

    assertThat(invalid.client()).isEqualTo("default");
    assertThat(invalid.problems()).hasSize(8).allMatch(p -> p.contains("oauth2.client.default."));
    assertThat(invalid)
        .hasMessageStartingWith("OAuth2 client 'default': 8 problems in the settings: ")
        .hasMessageContainingAll("token-endpoint", "client-id", "client-secret-file", "scope")
        .hasMessageContainingAll("parameters", "request-timeout", "replay-buffer", "origins")
        .hasMessageNotContainingAny("s3cr3t", "p4ssword");
  }

  @Test
  void a_client_without_any_setting_is_told_what_it_needs() {
    assertThat(Reading.problems(MapConfig.empty("default")))
        .containsExactly(
            "oauth2.client.default.token-endpoint is missing",
            "oauth2.client.default.client-id is missing",
            "oauth2.client.default.client-secret is missing; set it or"
                + " oauth2.client.default.client-secret-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "a b", "ä", "a/b"})
  void a_name_that_could_not_stand_in_a_property_is_a_problem(String name) {
    SettingsReader reader =
        new SettingsReader(MapConfig.complete(name).config(), new TokenKey(name, Set.of()));

    assertThatThrownBy(reader::get)
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("the client's name may have only A-Z a-z 0-9 _ -");
  }

  private static ClientAuthentication basic(boolean formEncoded) {
    return new ClientSecretBasic("clientId", new Secret("clientSecret"), formEncoded);
  }
}
