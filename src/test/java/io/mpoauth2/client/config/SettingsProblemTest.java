package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.MapConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
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
  @EnumSource(value = SettingsKey.class, mode = Mode.EXCLUDE, names = "CLIENT_SECRET_FILE")
  void an_expression_without_value_is_a_problem(SettingsKey key) {
    String property = key.property().replace("<p>", "api_key");
    MapConfig config = MapConfig.complete("default").with(property, "${not.there}");

    assertThat(Reading.problems(config))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default." + property + ' ')
        .endsWith("nothing gives one to ${not.there}");
  }

  @Test
  void an_expression_without_value_is_a_problem_in_a_part_of_a_value_too() {
    assertThat(Reading.problems(MapConfig.complete("default").with("resource", "https://a,${b}")))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.resource ");
  }

  /** One of them was meant, and it is not known which. */
  @Test
  void a_secret_without_value_is_a_problem_beside_a_file_that_has_one(@TempDir Path directory)
      throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), "of last year");

    assertThat(
            Reading.problems(
                MapConfig.complete("default")
                    .with("client-secret", "${not.there}")
                    .with("client-secret-file", file.toString())))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.client-secret ");
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
