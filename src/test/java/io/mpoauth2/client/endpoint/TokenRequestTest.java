package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.endpoint.transport.HttpRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TokenRequestTest {

  @Test
  void grant_and_scope_are_what_signicats_page_shows() {
    ClientSettings settings = SampleSettings.anywhere().scope("document_read").build();

    String form = form(settings);

    assertThat(form).isEqualTo("grant_type=client_credentials&scope=document_read");
  }

  @Test
  void scope_is_left_out_where_there_is_none() {
    ClientSettings settings = SampleSettings.anywhere().build();

    String form = form(settings);

    assertThat(form).isEqualTo("grant_type=client_credentials");
  }

  @Test
  void scope_is_delimited_by_spaces_and_keeps_its_order_and_case() {
    ClientSettings settings =
        SampleSettings.anywhere().scope("document_write", "document_read", "Event").build();

    String form = form(settings);

    assertThat(form).endsWith("&scope=document_write+document_read+Event");
  }

  @Test
  void further_parameters_are_form_encoded_and_may_repeat() {
    ClientSettings settings =
        SampleSettings.anywhere()
            .parameters(
                Map.of(
                    "resource", List.of("https://a.example/", "https://b.example/"),
                    "audience", List.of("ein Ä & b")))
            .build();

    String form = form(settings);

    assertThat(form)
        .isEqualTo(
            "grant_type=client_credentials&audience=ein+%C3%84+%26+b"
                + "&resource=https%3A%2F%2Fa.example%2F&resource=https%3A%2F%2Fb.example%2F");
  }

  @Test
  void client_secret_post_sends_no_basic() {
    ClientSettings settings =
        SampleSettings.anywhere()
            .authentication(new ClientSecretPost("clientId", new Secret("a&b")))
            .build();

    String form = form(settings);

    assertThat(post(settings).headers()).doesNotContainKey("Authorization");
    assertThat(form)
        .isEqualTo("grant_type=client_credentials&client_id=clientId&client_secret=a%26b");
  }

  @Test
  void the_request_has_what_every_server_wants() {
    ClientSettings settings =
        SampleSettings.at(URI.create("https://login.example:8443/token?tenant=a%20b"))
            .scope("document_read")
            .build();

    HttpRequest post = post(settings);

    assertThat(post.uri()).hasToString("https://login.example:8443/token?tenant=a%20b");
    assertThat(post.headers())
        .containsOnly(
            Map.entry("User-Agent", "mp-oauth2-client"),
            Map.entry("Accept", "application/json"),
            Map.entry("Content-Type", "application/x-www-form-urlencoded"),
            Map.entry("Authorization", "Basic Y2xpZW50SWQ6Y2xpZW50U2VjcmV0"));
    assertThat(post.connectTimeout()).isEqualTo(settings.connectTimeout());
    assertThat(post.timeLeft()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void headers_of_the_settings_are_sent_once_and_those_of_the_library_stay() {
    ClientSettings settings =
        SampleSettings.anywhere()
            .headers(Map.of("user-agent", "orders/1", "Ocp-Apim-Subscription-Key", "k3y"))
            .build();

    assertThat(post(settings).headers())
        .containsEntry("User-Agent", "orders/1")
        .containsEntry("Ocp-Apim-Subscription-Key", "k3y")
        .containsEntry("Content-Type", "application/x-www-form-urlencoded")
        .containsKey("Authorization")
        .hasSize(5);
  }

  @Test
  void another_grant_is_sent_under_its_name() {
    ClientSettings settings =
        SampleSettings.anywhere()
            .grant(new NamedGrant("account_credentials"))
            .parameters(Map.of("account_id", List.of("a1")))
            .build();

    assertThat(form(settings)).isEqualTo("grant_type=account_credentials&account_id=a1");
  }

  @Test
  void letters_beyond_ascii_in_the_endpoint_are_percent_encoded() {
    ClientSettings settings = SampleSettings.at(URI.create("https://login.example/tökèn")).build();

    assertThat(post(settings).uri()).hasToString("https://login.example/t%C3%B6k%C3%A8n");
  }

  private static String form(ClientSettings settings) {
    return Objects.requireNonNullElse(post(settings).body(), "");
  }

  private static HttpRequest post(ClientSettings settings) {
    return TokenRequestSender.post(settings, settings.proof(Instant.EPOCH), Duration.ofSeconds(9));
  }
}
