package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.endpoint.Notice;
import io.mpoauth2.client.testing.MapConfig;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEndpointSettingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.example/token",
        "HTTPS://login.example/token",
        "https://login.example:8443/token?tenant=a%20b",
        "http://localhost:8080/token",
        "http://LOCALHOST/token",
        "http://127.0.0.1/token",
        "http://127.255.255.254:8080/token",
        "http://[::1]:8080/token"
      })
  void https_or_loopback_is_asked(String tokenEndpoint) {
    assertThat(Reading.client(at(tokenEndpoint)).tokenEndpoint())
        .isEqualTo(URI.create(tokenEndpoint));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.example/token",
        "http://127.evil.com/token",
        "http://127.0.0.1.evil.com/token",
        "http://localhost.evil.com/token",
        "http://localhost./token",
        "http://128.0.0.1/token",
        "http://0.0.0.0/token",
        "http://10.0.0.1/token",
        "http://[::2]/token",
        "http://[::ffff:127.0.0.1]/token"
      })
  void http_to_any_other_host_is_a_problem(String tokenEndpoint) {
    assertThat(Reading.problems(at(tokenEndpoint)))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.token-endpoint must be https: \"" + tokenEndpoint)
        .contains("oauth2.client.default.allow-http=true");
  }

  @Test
  void all_that_is_wrong_with_an_address_is_told_at_once() {
    assertThat(Reading.problems(at("http://user@auth.example.com/token#top")))
        .hasSize(3)
        .anySatisfy(problem -> assertThat(problem).contains("user information"))
        .anySatisfy(problem -> assertThat(problem).contains("must be https"))
        .anySatisfy(problem -> assertThat(problem).contains("fragment"))
        .allSatisfy(problem -> assertThat(problem).doesNotContain("user@"));
  }

  @Test
  void allow_http_allows_it() {
    MapConfig config = at("http://login.example/token").with("allow-http", "true");

    assertThat(Reading.client(config).tokenEndpoint())
        .isEqualTo(URI.create("http://login.example/token"));
  }

  @Test
  void a_host_with_an_underscore_is_a_host() {
    MapConfig config = at("http://auth_server:8080/token").with("allow-http", "true");

    assertThat(Reading.client(config).tokenEndpoint())
        .isEqualTo(URI.create("http://auth_server:8080/token"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://login.example/token",
        "login.example/token",
        "/token",
        "https:///token",
        "mailto:token@login.example",
        "http://127.256.0.1/token",
        "http://127.1/token"
      })
  void what_is_no_http_uri_with_a_host_is_a_problem(String tokenEndpoint) {
    assertThat(Reading.problems(at(tokenEndpoint).with("allow-http", "true")))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.token-endpoint is no https URI with a host");
  }

  @Test
  void what_is_no_uri_is_a_problem() {
    assertThat(Reading.problems(at("https://login.example/to ken")))
        .containsExactly("oauth2.client.default.token-endpoint is no URI");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://user@auth_server/token", "http://user@svc.1a:80/token"})
  void user_info_is_a_problem_beside_others_before_a_host_that_a_uri_cannot_read(String endpoint) {
    assertThat(Reading.problems(at(endpoint)))
        .hasSize(2)
        .anySatisfy(problem -> assertThat(problem).contains("user information"))
        .anySatisfy(problem -> assertThat(problem).contains("must be https"))
        .allSatisfy(problem -> assertThat(problem).doesNotContain("user@"));
  }

  @Test
  void user_info_is_a_problem_and_not_shown() {
    assertThat(Reading.problems(at("https://user:s3cr3t@login.example/token")))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.token-endpoint has user information")
        .contains("oauth2.client.default.client-id")
        .doesNotContain("s3cr3t");
  }

  @Test
  void a_fragment_is_a_problem_and_not_shown() {
    assertThat(Reading.problems(at("https://login.example/token?key=s3cr3t#s3cr3t")))
        .containsExactly(
            "oauth2.client.default.token-endpoint has a fragment:"
                + " \"https://login.example/token\"");
  }

  /** Whoever set it meant another one than the preset, and the secret is not for that one. */
  @ParameterizedTest
  @ValueSource(strings = {"signicat", "carrier"})
  void an_expression_without_value_is_a_problem_whatever_the_name(String client) {
    MapConfig config =
        MapConfig.complete(client).with("token-endpoint", "${" + client + ".token-endpoint}");

    assertThatThrownBy(() -> Reading.client(client, config))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageEndingWith(
            "a problem in the settings: oauth2.client."
                + client
                + ".token-endpoint is set but has no value: nothing gives one to ${"
                + client
                + ".token-endpoint}");
  }

  @Test
  void an_expression_that_may_be_a_part_of_a_secret_is_not_shown() {
    MapConfig config = MapConfig.complete("default").with("client-secret", "be${fore}hind");

    assertThatThrownBy(() -> Reading.client("default", config))
        .hasMessageEndingWith("nothing gives one to an expression in it")
        .hasMessageNotContaining("fore");
  }

  @Test
  void an_empty_one_means_the_preset() {
    MapConfig config = MapConfig.complete("signicat").with("token-endpoint", " ");

    assertThat(Reading.client("signicat", config).tokenEndpoint())
        .isEqualTo(URI.create("https://api.signicat.io/oauth/connect/token"));
  }

  @Test
  void the_deprecated_endpoint_works_and_its_successor_is_named() {
    URI deprecated = URI.create("https://api.idfy.io/oauth/connect/token");

    ClientSettings settings = Reading.client(at(deprecated.toString()));

    assertThat(settings.tokenEndpoint()).isEqualTo(deprecated);
    assertThat(settings.notices())
        .extracting(Notice::text)
        .containsExactly(
            "oauth2.client.default.token-endpoint: https://api.idfy.io/oauth/connect/token is"
                + " deprecated; use https://api.signicat.io/oauth/connect/token");
  }

  private static MapConfig at(String tokenEndpoint) {
    return MapConfig.complete("default").with("token-endpoint", tokenEndpoint);
  }
}
