package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.MapConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems that are easily overlooked. */
class SettingsProblemTest {

  @Test
  void user_info_before_a_host_with_an_underscore_is_not_shown() {
    MapConfig config =
        MapConfig.complete("default").with("token-endpoint", "https://user:s3cr3t@my_host/token");

    assertThat(Reading.problems(config)).noneMatch(problem -> problem.contains("s3cr3t"));
  }

  @Test
  void user_info_in_an_origin_is_not_shown() {
    MapConfig config =
        MapConfig.complete("default").with("allowed-origins", "https://user:s3cr3t@api.example");

    assertThat(Reading.problems(config)).noneMatch(problem -> problem.contains("s3cr3t"));
  }

  @Test
  void opaque_user_info_is_not_shown() {
    MapConfig config =
        MapConfig.complete("default").with("token-endpoint", "https:user:s3cr3t@my_host/token");

    assertThat(Reading.problems(config)).noneMatch(problem -> problem.contains("s3cr3t"));
  }

  @Test
  void a_parameter_that_is_ours_is_named_in_full() {
    MapConfig config = MapConfig.complete("default").with("parameters.client_id", "x");

    assertThat(Reading.problems(config))
        .singleElement()
        .asString()
        .contains("oauth2.client.default.parameters.client_id");
  }

  @Test
  void a_port_that_is_none_is_a_problem() {
    MapConfig config =
        MapConfig.complete("default").with("token-endpoint", "https://login.example:99999/token");

    assertThat(Reading.problems(config)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", " , ", "${not.there}"})
  void origins_that_are_set_but_none_do_not_mean_any(String text) {
    MapConfig config = MapConfig.complete("default").with("allowed-origins", text);

    assertThat(Reading.problems(config)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"token-endpoint", "client-id", "client-secret", "scope"})
  void an_expression_without_value_is_a_problem(String property) {
    MapConfig config = MapConfig.complete("default").with(property, "${not.there}");

    assertThat(Reading.problems(config))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default." + property + ' ')
        .doesNotContain("${");
  }

  @Test
  void an_expression_without_value_does_not_matter_where_the_annotation_has_the_scope() {
    MapConfig config = MapConfig.complete("default").with("scope", "${not.there}");

    assertThat(Reading.client(config, "document_read").scope()).containsExactly("document_read");
  }

  @Test
  void problems_are_on_one_line() {
    MapConfig config =
        MapConfig.complete("default").with("request-timeout", "PT5S\r\nforged: line");

    assertThat(Reading.problems(config)).noneMatch(p -> p.matches("(?s).*\\p{Cntrl}.*"));
  }

  @Test
  void the_deprecated_host_is_known_in_any_case() {
    MapConfig config =
        MapConfig.complete("default")
            .with("token-endpoint", "https://API.idfy.io/oauth/connect/token");

    assertThat(Reading.client(config).notices()).isNotEmpty();
  }
}
