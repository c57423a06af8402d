package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.endpoint.Issuer;
import io.mpoauth2.client.testing.MapConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerSettingTest {
  private static final String ISSUER = "oauth2.client.default.issuer";

  private final MapConfig config = MapConfig.complete("default").without("token-endpoint");

  @Test
  void an_issuer_takes_the_place_of_the_endpoint() {
    config.with("issuer", "https://login.example/realms/one/");

    ClientSettings settings = Reading.client(config);

    assertThat(settings.issuer()).isEqualTo(new Issuer("https://login.example/realms/one/", false));
    assertThat(settings.tokenEndpoint()).hasToString("https://login.example/realms/one/");
  }

  @Test
  void without_one_there_is_none() {
    config.with("token-endpoint", "https://login.example/token");

    assertThat(Reading.client(config).issuer()).isNull();
  }

  @Test
  void both_are_a_problem_and_no_precedence() {
    config
        .with("issuer", "https://login.example")
        .with("token-endpoint", "https://login.example/token");

    assertThat(Reading.problems(config))
        .containsExactly(
            ISSUER + " and oauth2.client.default.token-endpoint are both set; remove one");
  }

  @Test
  void the_preset_of_a_name_does_not_come_in_between() {
    MapConfig signicat =
        MapConfig.complete("signicat")
            .without("token-endpoint")
            .with("issuer", "https://login.example");

    assertThat(Reading.client("signicat", signicat).tokenEndpoint())
        .hasToString("https://login.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.example",
        "https://user:s3cr3t@login.example",
        "https://login.example?tenant=1",
        "https://login.example#x",
        "login.example",
        "not a uri",
      })
  void what_can_be_no_issuer_is_a_problem(String issuer) {
    config.with("issuer", issuer);

    assertThat(Reading.problems(config))
        .isNotEmpty()
        .allMatch(problem -> problem.startsWith(ISSUER))
        .noneMatch(problem -> problem.contains("s3cr3t"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080/a", "http://127.0.0.1", "http://[::1]:1"})
  void on_this_machine_it_may_be_http(String issuer) {
    config.with("issuer", issuer);

    assertThat(Reading.client(config).tokenEndpoint()).hasToString(issuer);
  }

  @Test
  void elsewhere_it_may_be_http_for_those_who_allow_it() {
    config.with("issuer", "http://login.example").with("allow-http", "true");

    assertThat(Reading.client(config).issuer()).isEqualTo(new Issuer("http://login.example", true));
  }
}
