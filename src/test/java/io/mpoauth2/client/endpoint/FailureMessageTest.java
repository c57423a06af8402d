package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.authentication.Proof;
import io.mpoauth2.client.endpoint.transport.Diagnosed;
import io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenUnavailableException;
import jakarta.json.Json;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failure says, and what it must not. */
class FailureMessageTest {
  private static final String JWT =
      "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjbGllbnRJZCJ9.c2lnbmF0dXJlLXRoYXQtaXMtbG9uZw";

  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();
  private final AskingClient client = new AskingClient(SampleSettings.at(server.uri()));

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {JWT, "\"" + JWT + "\"", "{\"jwt\": \"" + JWT + "\"}", "<r>" + JWT + "</r>"})
  void a_bare_token_is_not_quoted(String body) {
    server.answers(200, body);

    assertThat(client.findsNoToken()).hasMessageNotContaining("eyJ");
  }

  @Test
  void a_token_in_utf_16_is_not_quoted() {
    server.answers(200, "{\"access_token\": \"t0k3n\"}".getBytes(UTF_16BE), Map.of());

    String message = String.valueOf(client.findsNoToken().getMessage());

    assertThat(message.replace(" ", "")).doesNotContain("t0k3n");
  }

  @Test
  void the_longest_form_is_hidden_first() {
    assertThat(new Excerpt(Set.of("ab", "abcd", "abcdef", "bc")).of("abcdef"))
        .isEqualTo("(hidden)");
  }

  @Test
  void an_api_key_in_the_query_shows_in_no_to_string() {
    ClientSettings settings =
        SampleSettings.at(URI.create("https://login.example/token?key=k3y")).build();

    assertThat(settings.toString()).doesNotContain("k3y");
  }

  @Test
  void a_redirect_is_told_without_user_info() {
    server.redirectsTo(302, "https://user:s3cr3t@login.example/");

    assertThat(client.findsNoToken()).hasMessageNotContaining("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"server_error", "temporarily_unavailable"})
  void an_error_that_passes_has_waiting_as_its_remedy(String error) {
    server.answers(400, "{\"error\": \"" + error + "\"}");

    assertThat(client.findsNoToken())
        .hasMessageContaining("asked again later")
        .hasMessageNotContaining("token-endpoint");
  }

  @Test
  void an_error_that_passes_keeps_the_servers_words() {
    server.answers(
        503, "{\"error\": \"temporarily_unavailable\", \"error_description\": \"back at 5\"}");

    assertThat(client.findsNoToken()).hasMessageContaining("back at 5");
  }

  @Test
  void an_empty_error_beside_a_token_is_none() throws Exception {
    server.answers(
        200,
        "{\"error\": \"\", \"access_token\": \"abc\", \"token_type\": \"Bearer\","
            + " \"expires_in\": 60}");

    IssuedToken issued = client.asks();

    assertThat(issued.token().value()).isEqualTo("abc");
  }

  @Test
  void a_connection_that_takes_too_long_names_the_property_that_bounds_it() {
    TokenFailures failures =
        new TokenFailures(
            SampleSettings.anywhere().build(), Proof.none(), Json.createParserFactory(Map.of()));

    assertThat(failures.unreachable(Diagnosed.as(Missing.CONNECTED_IN_TIME, "")))
        .hasMessageContaining("within PT5S (oauth2.client.signicat.connect-timeout)");
  }

  @Test
  void beside_a_description_nothing_else_is_quoted() {
    server.answers(
        400,
        "{\"error\": \"invalid_client\", \"error_description\": \"Wrong secret\","
            + " \"error_codes\": [7000215], \"message\": \"again\"}");

    assertThat(client.isRefused()).hasMessageContaining("400 invalid_client (\"Wrong secret\").");
  }

  @Test
  void every_failure_names_a_property() {
    server.resets();
    TokenUnavailableException reset = client.findsNoToken();
    server.answers(200, " ".repeat((1 << 20) + 1));
    TokenUnavailableException large = client.findsNoToken();

    assertThat(reset).hasMessageContaining("oauth2.client.signicat.token-endpoint");
    assertThat(large).hasMessageContaining("oauth2.client.signicat.token-endpoint");
  }

  @Test
  void a_bare_400_quotes_what_the_server_said() {
    server.answers(400, "Missing organisation header");

    assertThat(client.isRefused()).hasMessageContaining("Missing organisation header");
  }
}
