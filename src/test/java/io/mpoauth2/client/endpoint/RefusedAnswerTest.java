package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.token.TokenRefusedException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with which the server says no: somebody must change something. */
class RefusedAnswerTest {

  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();
  private final SampleSettings settings = SampleSettings.at(server.uri()).scope("document_read");

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request",
    "401, invalid_client",
    "400, invalid_scope",
    "400, made_up_by_the_server",
    "403, access_denied",
    "200, invalid_client",
    "422, invalid_request"
  })
  void an_oauth_error_is_a_refusal_whatever_the_status(int status, String error) {
    server.answers(status, "{\"error\": \"" + error + "\"}");

    TokenRefusedException refused = new AskingClient(settings).isRefused();

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.error()).isEqualTo(error);
    assertThat(refused.errorDescription()).isNull();
    assertThat(refused.errorUri()).isNull();
    assertThat(refused)
        .hasMessageContainingAll("'signicat'", server.host(), status + " " + error)
        .hasMessageContaining("oauth2.client.signicat");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403})
  void a_bare_status_is_a_refusal(int status) {
    server.answers(status, "<html>no</html>", Map.of("Content-Type", "text/html"));

    TokenRefusedException refused = new AskingClient(settings).isRefused();

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.error()).isNull();
    assertThat(refused)
        .hasMessageContainingAll(
            "'signicat'", server.host(), status + " without an OAuth error code")
        .hasMessageContaining("oauth2.client.signicat.client-id");
  }

  @Test
  void a_secret_that_a_file_has_is_looked_for_in_the_file() {
    server.answers(401, "{\"error\": \"invalid_client\"}");
    Secret secret = new Secret("s3cr3t", "client-secret-file");

    String message =
        String.valueOf(
            new AskingClient(
                    SampleSettings.at(server.uri())
                        .authentication(new ClientSecretBasic("clientId", secret, true)))
                .isRefused()
                .getMessage());

    assertThat(message)
        .contains("oauth2.client.signicat.client-secret-file.")
        .doesNotContain("client-secret.");
  }

  @Test
  void an_error_beside_a_token_is_a_refusal() {
    server.answers(200, "{\"access_token\": \"abc\", \"error\": \"invalid_scope\"}");

    TokenRefusedException refused = new AskingClient(settings).isRefused();

    assertThat(refused.error()).isEqualTo("invalid_scope");
    assertThat(refused).hasMessageNotContaining("abc");
  }

  @Test
  void the_servers_own_words_and_page_are_kept() {
    server.answers(
        400,
        """
        {"error": "invalid_request", "error_description": "grant\\r\\ntype?",
         "error_uri": "https://login.example/help"}""");

    TokenRefusedException refused = new AskingClient(settings).isRefused();

    assertThat(refused.errorDescription()).isEqualTo("grant type?");
    assertThat(refused.errorUri()).isEqualTo("https://login.example/help");
    assertThat(refused)
        .hasMessageContainingAll("(\"grant type?\")", "see https://login.example/help");
  }

  @Test
  void the_message_is_bounded_and_on_one_line() {
    String endless = "x\\n\\u001b".repeat(10_000);
    server.answers(
        400,
        "{\"error\": \"%s\", \"error_description\": \"%s\", \"error_uri\": \"%s\"}"
            .formatted(endless, endless, endless));

    TokenRefusedException refused = new AskingClient(settings).isRefused();

    assertThat(refused.getMessage()).hasSizeLessThan(2500).doesNotContainPattern("\\p{Cntrl}");
    assertThat(refused.error()).hasSizeLessThan(300).doesNotContainPattern("\\p{Cntrl}");
    assertThat(refused.errorDescription())
        .hasSizeLessThan(1100)
        .doesNotContainPattern("\\p{Cntrl}");
    assertThat(refused.errorUri()).hasSizeLessThan(300).doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void the_pause_the_server_asks_for_is_kept() {
    server.answers(400, "{\"error\": \"slow_down\"}", Map.of("Retry-After", "7"));

    TokenRefusedException refused = new AskingClient(settings).isRefused();

    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"error\": \"invalid_client\"}", ""})
  void a_refused_client_is_told_to_look_at_its_credentials(String body) {
    server.answers(401, body);

    TokenRefusedException refused = new AskingClient(settings).isRefused();

    assertThat(refused)
        .hasMessageContaining("oauth2.client.signicat.client-id")
        .hasMessageContaining("oauth2.client.signicat.client-secret")
        .hasMessageContaining("oauth2.client.signicat.basic-encoding=raw")
        .hasMessageContaining("oauth2.client.signicat.client-authentication");
  }

  @ParameterizedTest
  @CsvSource({"401, invalid_client", "401, unauthorized_client", "400, invalid_request"})
  void where_nothing_is_encoded_encoding_is_a_remedy(int status, String error) {
    server.answers(status, "{\"error\": \"" + error + "\"}");
    ClientAuthentication raw = new ClientSecretBasic("clientId", new Secret("clientSecret"), false);

    TokenRefusedException refused = new AskingClient(settings.authentication(raw)).isRefused();

    assertThat(refused)
        .hasMessageContaining("oauth2.client.signicat.basic-encoding=form")
        .hasMessageNotContaining("=raw");
  }

  /** How Keycloak refuses a wrong secret, and how others refuse a client without the grant. */
  @Test
  void unauthorized_client_is_first_of_all_what_its_status_says() {
    server.answers(401, "{\"error\": \"unauthorized_client\"}");
    String unauthorized = new AskingClient(settings).isRefused().getMessage();
    server.answers(400, "{\"error\": \"unauthorized_client\"}");
    String badRequest = new AskingClient(settings).isRefused().getMessage();

    assertThat(unauthorized).containsSubsequence("client-secret", "client-credentials grant");
    assertThat(badRequest).containsSubsequence("client-credentials grant", "client-secret");
  }

  @Test
  void basic_encoding_is_no_remedy_where_basic_is_not_used() {
    server.answers(401, "{\"error\": \"invalid_client\"}");
    ClientAuthentication post = new ClientSecretPost("clientId", new Secret("clientSecret"));

    TokenRefusedException refused = new AskingClient(settings.authentication(post)).isRefused();

    assertThat(refused).hasMessageNotContaining("basic-encoding");
  }

  @Test
  void invalid_scope_tells_what_was_asked_for_and_where_to_grant_it() {
    server.answers(400, "{\"error\": \"invalid_scope\"}");

    TokenRefusedException refused =
        new AskingClient(settings.scope("document_read", "event")).isRefused();

    assertThat(refused)
        .hasMessageContaining("Asked for: document_read event.")
        .hasMessageContaining("dashboard")
        .hasMessageContaining("oauth2.client.signicat.scope; an annotation's scope wins over it")
        .hasMessageNotContaining("comma");
  }

  @Test
  void invalid_scope_tells_that_none_was_asked_for() {
    server.answers(400, "{\"error\": \"invalid_scope\"}");

    TokenRefusedException refused = new AskingClient(SampleSettings.at(server.uri())).isRefused();

    assertThat(refused).hasMessageContaining("Asked for: no scope.");
  }

  @Test
  void invalid_scope_says_again_that_a_comma_delimits_nothing() {
    server.answers(400, "{\"error\": \"invalid_scope\"}");

    TokenRefusedException refused =
        new AskingClient(settings.scope("document_read,document_write")).isRefused();

    assertThat(refused).hasMessageContaining("delimited by spaces").hasMessageContaining("comma");
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_target, oauth2.client.signicat.resource",
    "invalid_target, oauth2.client.signicat.audience",
    "unauthorized_client, client-credentials grant",
    "unauthorized_client, oauth2.client.signicat.client-secret",
    "unsupported_grant_type, oauth2.client.signicat.token-endpoint",
    "invalid_request, oauth2.client.signicat.token-endpoint",
    "invalid_request, client-credentials grant",
    "something_else, oauth2.client.signicat"
  })
  void each_code_has_its_remedy(String error, String remedy) {
    server.answers(400, "{\"error\": \"" + error + "\"}");

    TokenRefusedException refused = new AskingClient(settings).isRefused();

    assertThat(refused).hasMessageContaining(remedy);
  }
}
