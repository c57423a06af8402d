package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.MapConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderSettingsTest {

  private final MapConfig config = MapConfig.complete("default");

  @Test
  void there_is_none_unless_one_is_set() {
    assertThat(Reading.client(config).headers()).isEmpty();
  }

  @Test
  void headers_of_gateways_are_taken() {
    config
        .with("headers.Ocp-Apim-Subscription-Key", " k3y ")
        .with("headers.X-USER-IDENTITY-DOMAIN-NAME", "acme")
        .with("headers.User-Agent", "linux:orders:v1 (by /u/somebody)");

    assertThat(Reading.client(config).headers())
        .isEqualTo(
            Map.of(
                "Ocp-Apim-Subscription-Key", "k3y",
                "X-USER-IDENTITY-DOMAIN-NAME", "acme",
                "User-Agent", "linux:orders:v1 (by /u/somebody)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "proxy-authorization",
        "Host",
        "Content-Type",
        "content-length",
        "Transfer-Encoding",
        "Connection",
        "Expect",
        "Upgrade",
        "Accept-Encoding",
        "Origin",
        "Via"
      })
  void a_header_that_the_library_or_the_transport_decides_is_a_problem(String name) {
    assertThat(Reading.problems(config.with("headers." + name, "s3cr3t")))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.headers." + name + " ")
        .doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "a:b", "a\u00e9", "a(b)"})
  void what_is_no_name_of_a_header_is_a_problem(String name) {
    assertThat(Reading.problems(config.with("headers." + name, "s3cr3t")))
        .singleElement()
        .asString()
        .contains("is no name of a header")
        .doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cr3t\r\nX-Other: 1", "s3cr3t\u0000", "s3cr3t\u00e9"})
  void a_value_that_could_forge_a_header_is_a_problem(String value) {
    assertThat(Reading.problems(config.with("headers.X-Key", value)))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.headers.X-Key ")
        .doesNotContain("s3cr3t");
  }

  @Test
  void the_same_header_in_different_case_is_a_problem() {
    config.with("headers.X-Key", "one").with("headers.x-key", "two");

    assertThat(Reading.problems(config)).singleElement().asString().contains("is set twice");
  }
}
