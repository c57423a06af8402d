package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.Notice;
import io.mpoauth2.client.testing.MapConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting that is ignored is told, with the one that was probably meant. */
class UnknownNamesTest {

  private final MapConfig config = MapConfig.complete("default");

  @ParameterizedTest
  @CsvSource({
    "scopes, scope",
    "refresh-margn, refresh-margin",
    "clientid, client-id",
    "client_secret, client-secret",
    "tokenEndpoint, token-endpoint",
    "token-url-endpoint, token-endpoint",
    "parameter.tenant, parameters.<p>",
    "header.X-Key, headers.<h>",
    "headers, headers.<h>"
  })
  void the_nearest_right_name_is_told(String name, String near) {
    assertThat(Reading.client(config.with(name, "s3cr3t")).notices())
        .extracting(Notice::text)
        .containsExactly(
            "oauth2.client.default." + name + " means nothing; did you mean " + near + "?");
  }

  @Test
  void one_that_is_like_none_is_told_without_a_guess() {
    assertThat(Reading.client(config.with("colour", "red")).notices())
        .extracting(Notice::text)
        .containsExactly("oauth2.client.default.colour means nothing");
  }

  @Test
  void each_is_told() {
    config.with("scopes", "a").with("clientid", "b");

    assertThat(Reading.client(config).notices()).hasSize(2);
  }

  /** Some configurations list an environment variable under a name with dots. */
  @ParameterizedTest
  @ValueSource(strings = {"client.id", "request.timeout", "api.client.id"})
  void the_dots_of_an_environment_variable_are_no_other_name(String name) {
    String variable = name.replace('.', '_').toUpperCase(Locale.ROOT);
    config.with(name, "x").withName("OAUTH2_CLIENT_DEFAULT_" + variable, "x");

    assertThat(Reading.client(config).notices()).isEmpty();
  }

  /** No variable is there that it could come from. */
  @ParameterizedTest
  @CsvSource({
    "refresh.margin, refresh-margin",
    "client.secret.fil, client-secret-file",
    "key-id.x, key-id"
  })
  void dots_that_are_no_environment_variables_are_told(String name, String near) {
    assertThat(Reading.client(config.with(name, "x")).notices())
        .extracting(Notice::text)
        .containsExactly(
            "oauth2.client.default." + name + " means nothing; did you mean " + near + "?");
  }

  /** As a list in YAML is given. */
  @ParameterizedTest
  @ValueSource(strings = {"audience", "resource", "token-type", "allowed-origins"})
  void the_items_of_a_list_may_each_stand_for_itself(String list) {
    config.with(list + "[0]", "https://a.example").with(list + "[10]", "https://b.example");

    assertThat(Reading.client(config).notices()).isEmpty();
  }

  @Test
  void what_is_no_list_has_no_items() {
    assertThat(Reading.client(config.with("scope[0]", "a")).notices())
        .extracting(Notice::text)
        .containsExactly("oauth2.client.default.scope[0] means nothing; did you mean scope?");
  }

  @Test
  void an_environment_variable_that_is_listed_under_two_names_is_told_once() {
    Map<String, String> environment =
        Map.of("OAUTH2_CLIENT_DEFAULT_SCOPES", "a", "OAUTH2_CLIENT_DEFAULT_COLOUR", "red");
    Findings findings = new Findings("default");
    Config listed =
        new SmallRyeConfigBuilder().withSources(new EnvConfigSource(environment, 300)).build();

    new UnknownNames(new SettingsValues(new ConfiguredText(listed), "default", findings)).tell();

    assertThat(findings.notices())
        .extracting(Notice::text)
        .containsExactly(
            "OAUTH2_CLIENT_DEFAULT_SCOPES means nothing; did you mean OAUTH2_CLIENT_DEFAULT_SCOPE?");
  }

  @ParameterizedTest
  @CsvSource({"CLIENT_SECRT, CLIENT_SECRET", "SCOPES, SCOPE", "TOKENENDPOINT, TOKEN_ENDPOINT"})
  void an_environment_variable_that_is_nearly_one_is_told(String name, String near) {
    config.withName("OAUTH2_CLIENT_DEFAULT_" + name, "s3cr3t");

    assertThat(Reading.client(config).notices())
        .extracting(Notice::text)
        .containsExactly(
            "OAUTH2_CLIENT_DEFAULT_"
                + name
                + " means nothing; did you mean OAUTH2_CLIENT_DEFAULT_"
                + near
                + "?");
  }

  /** The client "default-eu" has its secret in one of them. */
  @ParameterizedTest
  @ValueSource(strings = {"CLIENT_SECRET", "EU_CLIENT_SECRET", "EU_SCOPES", "PARAMETERS_TENANT"})
  void other_environment_variables_are_somebody_elses(String name) {
    config.withName("OAUTH2_CLIENT_DEFAULT_" + name, "s3cr3t");

    assertThat(Reading.client(config).notices()).isEmpty();
  }

  @Test
  void what_is_known_is_not_told() {
    for (SettingsKey key : SettingsKey.values()) {
      if (!key.isFamily() && !key.defaultValue().isEmpty()) {
        config.with(key.property(), key.defaultValue());
      }
    }
    config.with("parameters.tenant", "t").with("headers.X-Key", "k");

    assertThat(Reading.client(config).notices()).isEmpty();
  }

  @Test
  void where_the_right_one_is_missing_the_problem_says_what_stands_there_instead() {
    config.without("client-secret").with("client-secert", "s3cr3t");

    assertThat(Reading.problems(config))
        .containsExactly(
            "oauth2.client.default.client-secret is missing; set it or"
                + " oauth2.client.default.client-secret-file",
            "oauth2.client.default.client-secert means nothing; did you mean client-secret?");
  }
}
