package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are neither a token nor a refusal: asking again later may help. */
class UnavailableAnswerTest {

  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();
  private final AskingClient client = new AskingClient(SampleSettings.at(server.uri()));

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504, 599})
  void an_overloaded_server_is_unavailable_whatever_the_body(int status) {
    server.answers(status, "{\"error\": \"invalid_client\"}");

    TokenUnavailableException unavailable = client.findsNoToken();

    assertNamesClientAndHost(unavailable);
    assertThat(unavailable)
        .hasMessageContaining(status + " invalid_client")
        .hasMessageContaining("asked again later");
  }

  @ParameterizedTest
  @CsvSource({
    "400, server_error",
    "400, temporarily_unavailable",
    "200, server_error",
    "200, temporarily_unavailable",
    "503, temporarily_unavailable"
  })
  void errors_that_pass_are_unavailable_whatever_the_status(int status, String error) {
    server.answers(status, "{\"error\": \"" + error + "\"}");

    TokenUnavailableException unavailable = client.findsNoToken();

    assertNamesClientAndHost(unavailable);
    assertThat(unavailable).hasMessageContaining(status + " " + error);
  }

  @ParameterizedTest
  @CsvSource({"404, {\"error\": \"invalid_request\"}", "404, gone", "405, ''"})
  void a_place_without_token_endpoint_is_unavailable(int status, String body) {
    server.answers(status, body);

    TokenUnavailableException unavailable = client.findsNoToken();

    assertNamesClientAndHost(unavailable);
    assertThat(unavailable)
        .hasMessageContaining("answered " + status)
        .hasMessageContaining("Check oauth2.client.signicat.token-endpoint");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_is_never_followed_and_told_without_its_query(int status) {
    try (FakeTokenEndpoint other = FakeTokenEndpoint.start().answersToken("abc", 3600)) {
      server.redirectsTo(status, other.uri() + "?session=s3cr3t#also");

      TokenUnavailableException unavailable = client.findsNoToken();

      assertThat(other.requests()).isEmpty();
      assertThat(server.requests()).hasSize(1);
      assertNamesClientAndHost(unavailable);
      assertThat(unavailable)
          .hasMessageContaining("answered " + status)
          .hasMessageContaining("redirects to \"" + other.uri() + "\"")
          .hasMessageContaining("set oauth2.client.signicat.token-endpoint")
          .hasMessageNotContaining("s3cr3t");
    }
  }

  @Test
  void a_redirect_to_nowhere_is_a_redirect_too() {
    server.answers(302, "");

    assertThat(client.findsNoToken()).hasMessageContaining("302. It redirects, where");
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 404})
  void where_nobody_was_asked_nobody_refused_whatever_the_body_says(int status) {
    server.answers(status, "{\"error\": \"invalid_client\"}");

    assertThat(client.findsNoToken()).hasMessageContaining(status + " invalid_client");
  }

  @Test
  void a_page_instead_of_a_token_is_quoted_on_one_line() {
    server.answers(
        200, "<html>\r\n<h1>Sign in\u0007</h1></html>", Map.of("Content-Type", "text/html"));

    TokenUnavailableException unavailable = client.findsNoToken();

    assertNamesClientAndHost(unavailable);
    assertThat(unavailable)
        .hasMessageContaining("answered 200 with a body that is no JSON object")
        .hasMessageContaining("\"<html> <h1>Sign in </h1></html>\"")
        .hasMessageContaining("oauth2.client.signicat.token-endpoint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "[]",
        "null",
        "{\"access_token\": \"abc",
        "{\"access_token\": \"a\", \"access_token\": \"b\", \"token_type\": \"Bearer\"}",
        "\uFEFF{\"access_token\": \"abc\", \"token_type\": \"Bearer\"}",
        "{\"access_token\": \"abc\", \"token_type\": \"Bearer\"} and more",
        "{\"access_token\": 42, \"token_type\": \"Bearer\"}",
        "{\"access_token\": null, \"token_type\": \"Bearer\"}",
        "{\"token_type\": \"Bearer\", \"expires_in\": 3600}",
        "access_token=abc&token_type=Bearer"
      })
  void nonsense_is_unavailable(String body) {
    server.answers(200, body);

    TokenUnavailableException unavailable = client.findsNoToken();

    assertNamesClientAndHost(unavailable);
    assertThat(unavailable)
        .hasMessageContaining("answered 200 with ")
        .hasMessageContaining("oauth2.client.signicat.token-endpoint")
        .hasMessageNotContaining("abc");
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 204})
  void success_without_a_body_is_unavailable(int status) {
    server.answers(status, "");

    assertThat(client.findsNoToken()).hasMessageContaining(status + " with an empty body");
  }

  @Test
  void deep_nesting_is_unavailable() {
    server.answers(200, "{\"access_token\": " + "[".repeat(50_000));

    assertThat(client.findsNoToken()).hasMessageContaining("nested more than 32 levels deep");
  }

  @Test
  void bytes_in_another_encoding_are_unavailable() {
    server.answers(200, "{\"expires_in\": 1}".getBytes(UTF_16BE), Map.of());

    assertThat(client.findsNoToken().getMessage()).doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void more_than_a_mebibyte_is_unavailable() {
    server.answers(200, " ".repeat((1 << 20) + 1));

    TokenUnavailableException unavailable = client.findsNoToken();

    assertNamesClientAndHost(unavailable);
    assertThat(unavailable).hasMessageContaining("larger than 1048576 B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "two words",
        "line\\r\\nSet-Cookie: a=b",
        "tab\\t",
        "\\u0000",
        "del\\u007f",
        "caf\\u00e9",
        "\\ud83d\\ude00"
      })
  void a_token_that_could_not_stand_in_a_header_is_not_used(String token) {
    server.answers(
        200,
        "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 60}"
            .formatted(token));

    TokenUnavailableException unavailable = client.findsNoToken();

    assertThat(unavailable)
        .hasMessageContaining("empty or has characters no header may have")
        .hasMessageNotContaining("Set-Cookie");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"DPoP\"", "\"mac\"", "\"\"", "\"Bearers\"", "42", "[\"Bearer\"]"})
  void a_token_of_another_type_is_not_used(String type) {
    server.answers(
        200, "{\"access_token\": \"abc\", \"expires_in\": 60, \"token_type\": " + type + "}");

    TokenUnavailableException unavailable = client.findsNoToken();

    assertThat(unavailable)
        .hasMessageContaining("oauth2.client.signicat.token-type")
        .hasMessageNotContaining("token-endpoint")
        .hasMessageNotContaining("abc");
  }

  @Test
  void the_pause_the_server_asks_for_is_kept_in_seconds_or_as_a_date() {
    server.answers(503, "", Map.of("Retry-After", "7"));
    TokenUnavailableException seconds = client.findsNoToken();

    server.answers(429, "", Map.of("Retry-After", "Sun, 01 Nov 2026 12:00:09 GMT"));
    TokenUnavailableException date = client.findsNoToken();

    assertThat(seconds.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(date.retryAfter()).contains(Duration.ofSeconds(9));
  }

  @Test
  void the_message_is_bounded_and_on_one_line() {
    server.answers(502, "<p>\r\n\u001b[31mBad gateway".repeat(10_000));

    assertThat(client.findsNoToken().getMessage())
        .hasSizeLessThan(500)
        .doesNotContainPattern("\\p{Cntrl}");
  }

  private void assertNamesClientAndHost(TokenUnavailableException unavailable) {
    assertThat(unavailable).hasMessageContainingAll("'signicat'", server.host());
  }
}
