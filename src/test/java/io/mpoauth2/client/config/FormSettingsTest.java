package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.endpoint.Notice;
import io.mpoauth2.client.testing.MapConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the form of a token request: scope, audience, resource and others. */
class FormSettingsTest {

  private final MapConfig config = MapConfig.complete("default");

  @Test
  void scope_is_split_at_spaces_and_keeps_its_order_and_case() {
    config.with("scope", " document_write  document_read Event ");

    assertThat(Reading.client(config).scope())
        .containsExactly("document_write", "document_read", "Event");
  }

  @Test
  void the_scope_of_the_annotation_wins() {
    config.with("scope", "document_write");

    assertThat(Reading.client(config, "document_read").scope()).containsExactly("document_read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b", "a\\\\b", "caf\u00e9", "a\u0007b", "a\u007fb"})
  void what_rfc_6749_section_3_3_forbids_is_a_problem(String scope) {
    assertThat(Reading.problems(config.with("scope", "fine " + scope)))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.scope ")
        .contains("RFC 6749, section 3.3")
        .doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void a_forbidden_scope_of_the_annotation_is_a_problem() {
    assertThat(Reading.problems(config, "a\"b"))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.scope (or the annotation's scope)");
  }

  @Test
  void every_other_character_is_allowed() {
    config.with("scope", "!#$%&'()*+-./:;<=>?@[]^_`{|}~ https://api.example/read");

    assertThat(Reading.client(config).scope()).hasSize(2);
    assertThat(Reading.client(config).notices()).isEmpty();
  }

  @Test
  void a_comma_in_scope_is_sent_and_told_once() {
    config.with("scope", "document_read,document_write event,identify");

    ClientSettings settings = Reading.client(config);

    assertThat(settings.scope()).containsExactly("document_read,document_write", "event,identify");
    assertThat(settings.notices())
        .extracting(Notice::text)
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.scope: scope is delimited by spaces; the comma in");
  }

  @Test
  void audience_is_repeatable() {
    config.with("audience", "https://api.example/, urn:b");

    assertThat(Reading.client(config).parameters())
        .isEqualTo(Map.of("audience", List.of("https://api.example/", "urn:b")));
  }

  @Test
  void a_comma_behind_a_backslash_is_part_of_an_audience() {
    config.with("audience", "a\\,b");

    assertThat(Reading.client(config).parameters()).isEqualTo(Map.of("audience", List.of("a,b")));
  }

  @Test
  void resource_is_repeatable() {
    config.with("resource", "https://a.example/, urn:b");

    assertThat(Reading.client(config).parameters())
        .isEqualTo(Map.of("resource", List.of("https://a.example/", "urn:b")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d",
        "/relative",
        "https://a.example/#fragment",
        "not a uri"
      })
  void a_resource_that_rfc_8707_forbids_is_sent_and_told(String resource) {
    ClientSettings settings = Reading.client(config.with("resource", "urn:fine," + resource));

    assertThat(settings.parameters()).isEqualTo(Map.of("resource", List.of("urn:fine", resource)));
    assertThat(settings.notices())
        .extracting(Notice::text)
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.resource: ")
        .contains("RFC 8707, section 2", resource);
  }

  @Test
  void the_client_id_may_be_a_parameter_beside_basic() {
    config.with("client-id", "one").with("parameters.client_id", "one");

    assertThat(Reading.client(config).parameters()).isEqualTo(Map.of("client_id", List.of("one")));
  }

  @Test
  void another_client_id_is_a_problem() {
    assertThat(Reading.problems(config.with("parameters.client_id", "another")))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.parameters.client_id ");
  }

  @Test
  void a_grant_is_client_credentials_unless_another_one_is_named() {
    assertThat(Reading.client(config).grant().type()).isEqualTo("client_credentials");
    assertThat(Reading.client(config.with("grant-type", "account_credentials")).grant().type())
        .isEqualTo("account_credentials");
  }

  @ParameterizedTest
  @ValueSource(strings = {"account credentials", "gr\u00e4nt", "a\u0007b"})
  void what_is_no_name_of_a_grant_is_a_problem(String type) {
    assertThat(Reading.problems(config.with("grant-type", type)))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.grant-type ");
  }

  @Test
  void other_parameters_are_passed_on() {
    config.with("parameters.organisation", "a & b").with("parameters.x.y", "z");

    assertThat(Reading.client(config).parameters())
        .isEqualTo(Map.of("organisation", List.of("a & b"), "x.y", List.of("z")));
  }

  @Test
  void only_what_is_below_parameters_is_one() {
    config.with("parameters", "none").with("parametersx.tenant", "t").with("parameters.", "t");

    assertThat(Reading.client(config).parameters()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grant_type",
        "scope",
        "client_secret",
        "client_assertion",
        "client_assertion_type"
      })
  void a_parameter_that_is_ours_is_a_problem(String name) {
    assertThat(Reading.problems(config.with("parameters." + name, "s3cr3t")))
        .singleElement()
        .asString()
        .startsWith("oauth2.client.default.parameters.")
        .contains(name)
        .doesNotContain("s3cr3t");
  }
}
