package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.authentication.Proof;
import io.mpoauth2.client.endpoint.transport.ProxyChoice;
import io.mpoauth2.client.endpoint.transport.Tls;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain words among them, which nothing but this list would hide. */
class OwnSecretsTest {
  private final SampleSettings settings = SampleSettings.anywhere();

  @Test
  void what_proves_who_the_client_is_is_one() {
    Proof proof = new Proof("", Map.of(), Set.of("pass"));

    assertThat(OwnSecrets.of(settings.build(), proof)).containsExactly("pass");
  }

  @Test
  void each_value_of_a_parameter_is_one_without_the_blanks_around_it() {
    assertThat(secrets(settings.parameters(Map.of("api_key", List.of("tortoise", " umbrellas ")))))
        .containsExactly("tortoise", "umbrellas");
  }

  @ParameterizedTest
  @ValueSource(strings = {"audience", "resource", "scope"})
  void what_a_token_is_asked_for_is_none(String parameter) {
    assertThat(secrets(settings.parameters(Map.of(parameter, List.of("https://api.example/")))))
        .isEmpty();
  }

  @Test
  void the_value_of_a_header_is_one() {
    assertThat(secrets(settings.headers(Map.of("X-Key", "tortoise")))).containsExactly("tortoise");
  }

  @ParameterizedTest
  @ValueSource(strings = {"User-Agent", "user-agent", "Accept"})
  void what_every_client_sends_is_none(String header) {
    assertThat(secrets(settings.headers(Map.of(header, "application/json")))).isEmpty();
  }

  /** It would hide the server's words with it. */
  @Test
  void a_value_of_seven_characters_is_no_secret() {
    assertThat(secrets(settings.parameters(Map.of("api_key", List.of("invalid", "        ")))))
        .isEmpty();
    assertThat(secrets(settings.headers(Map.of("X-Key", "unknown")))).isEmpty();
  }

  @Test
  void the_query_of_the_endpoint_is_one_and_so_are_the_values_in_it() {
    URI endpoint = URI.create("https://login.example/token?key=tortoise&umbrellas&tenant=one");

    assertThat(secrets(SampleSettings.at(endpoint)))
        .containsExactly("key=tortoise&umbrellas&tenant=one", "tortoise", "umbrellas");
  }

  @Test
  void the_log_in_at_the_proxy_is_one_in_both_of_its_forms() {
    ProxyChoice proxy =
        ProxyChoice.of("proxy.example", 3128, new ProxyChoice.Account("user", "pass"));

    assertThat(secrets(settings.route(Tls.ofTheJvm(), proxy)))
        .containsExactly("pass", Base64.getEncoder().encodeToString("user:pass".getBytes(UTF_8)));
  }

  private static Set<String> secrets(SampleSettings settings) {
    return OwnSecrets.of(settings.build(), Proof.none());
  }
}
