package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.IssuedToken;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that have a token in them. */
class IssuedAnswerTest {

  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();
  private final CapturedLog log = CapturedLog.start();
  private final AskingClient client =
      new AskingClient(SampleSettings.at(server.uri()).scope("document_read", "document_write"));

  @AfterEach
  void close() {
    log.close();
    server.close();
  }

  @Test
  void the_answer_on_signicats_page_is_a_token() throws Exception {
    server.answersToken("xxxxx.yyyyy.zzzzz", 3600);

    IssuedToken issued = client.asks();

    assertThat(issued.token().type()).isEqualTo("Bearer");
    assertThat(issued.token().value()).isEqualTo("xxxxx.yyyyy.zzzzz");
    assertThat(issued.lifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(issued.expiryMargin()).isEqualTo(Duration.ofSeconds(30));
    assertThat(issued.refreshMargin()).isEqualTo(Duration.ofMinutes(5));
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void the_lifetime_counts_from_before_the_request() throws Exception {
    server.answersToken("abc", 3600);

    IssuedToken issued = client.asks();

    assertThat(issued.token().expiresAt()).isEqualTo(AskingClient.NOON.plusSeconds(3600));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer", "BEARER", "Bearer", "bEaReR"})
  void token_type_is_compared_without_case_and_sent_as_bearer(String type) throws Exception {
    server.answers(200, json("\"token_type\": \"" + type + "\", \"expires_in\": 60"));

    IssuedToken issued = client.asks();

    assertThat(issued.token().type()).isEqualTo("Bearer");
    assertThat(issued.token().value()).isEqualTo("abc");
    assertThat(log.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"expires_in\": 60", "\"expires_in\": 60, \"token_type\": null"})
  void a_missing_token_type_is_bearer_and_said_once(String members) throws Exception {
    server.answers(200, json(members));

    client.asks();
    IssuedToken issued = client.asks();

    assertThat(issued.token().type()).isEqualTo("Bearer");
    assertThat(issued.token().value()).isEqualTo("abc");
    assertThat(log.warnings()).singleElement().asString().contains(server.host(), "token_type");
  }

  @Test
  void a_missing_lifetime_is_the_default_and_said_once() throws Exception {
    server.answers(200, json("\"token_type\": \"Bearer\""));

    client.asks();
    IssuedToken issued = client.asks();

    assertThat(issued.lifetime()).isEqualTo(Duration.ofMinutes(5));
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains(server.host(), "PT5M", "oauth2.client.signicat.default-lifetime");
  }

  @Test
  void a_lifetime_in_a_string_is_accepted_without_a_word() throws Exception {
    server.answers(200, json("\"token_type\": \"Bearer\", \"expires_in\": \"3600\""));

    IssuedToken issued = client.asks();

    assertThat(issued.lifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(log.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void a_lifetime_of_zero_or_less_is_a_second_and_said_once(String expiresIn) throws Exception {
    server.answers(200, json("\"token_type\": \"Bearer\", \"expires_in\": " + expiresIn));

    client.asks();
    IssuedToken issued = client.asks();

    assertThat(issued.lifetime()).isEqualTo(Duration.ofSeconds(1));
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains(server.host(), "a token request per second");
  }

  @Test
  void a_refresh_token_is_ignored() throws Exception {
    server.answers(
        200, json("\"token_type\": \"Bearer\", \"expires_in\": 60, \"refresh_token\": \"again\""));

    IssuedToken issued = client.asks();

    assertThat(issued.token().value()).isEqualTo("abc");
    assertThat(issued.token().toString()).doesNotContain("again");
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void granted_scope_is_the_requested_one_where_the_answer_has_none() throws Exception {
    server.answersToken("abc", 3600);

    IssuedToken issued = client.asks();

    assertThat(issued.token().scope()).containsExactly("document_read", "document_write");
    assertThat(log.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "document_write document_read",
        "document_read document_write event",
        " document_read  document_write "
      })
  void granted_scope_is_compared_as_a_set(String scope) throws Exception {
    server.answers(200, granting(scope));

    IssuedToken issued = client.asks();

    assertThat(issued.token().scope()).contains("document_read", "document_write");
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void a_narrower_scope_is_used_and_said_once_naming_what_is_missing() throws Exception {
    server.answers(200, granting("document_read"));

    client.asks();
    IssuedToken issued = client.asks();

    assertThat(issued.token().scope()).containsExactly("document_read");
    assertThat(issued.token().requestedScope()).containsExactly("document_read", "document_write");
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains("missing: document_write.", "dashboard", "oauth2.client.signicat.scope");
  }

  @Test
  void a_scope_in_another_case_is_another_scope() throws Exception {
    server.answers(200, granting("Document_Read document_write"));

    client.asks();

    assertThat(log.warnings()).singleElement().asString().contains("missing: document_read.");
  }

  /** They stand in log lines and in the token's own description. */
  @Test
  void words_that_are_no_scope_are_not_taken_for_some() throws Exception {
    server.answers(
        200,
        "{\"access_token\": \"abc\", \"token_type\": \"Bearer\", \"expires_in\": 60,"
            + " \"scope\": \"read \\u001b[31m \\u202e a\\\"b c\\\\d \u00e9 write\"}");

    assertThat(client.asks().token().scope()).containsExactly("read", "write");
  }

  @ParameterizedTest
  @CsvSource({
    "BearerToken, bearertoken",
    "Application Access Token, application access token",
    "'Bearer ', bearer",
    "bEARER, bearer"
  })
  void a_type_that_the_settings_name_is_used_as_bearer(String told, String named) throws Exception {
    server.answers(200, "{\"access_token\": \"abc\", \"token_type\": \"" + told + "\"}");

    AccessToken token =
        new AskingClient(SampleSettings.at(server.uri()).tokenTypes(named)).asks().token();

    assertThat(token.type()).isEqualTo("Bearer");
  }

  @Test
  void a_told_lifetime_beyond_the_longest_is_cut() throws Exception {
    server.answersToken("abc", 3_600_000);

    IssuedToken issued =
        new AskingClient(SampleSettings.at(server.uri()).maxLifetime(Duration.ofHours(1))).asks();

    assertThat(issued.lifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(issued.token().expiresAt()).isEqualTo(AskingClient.NOON.plusSeconds(3600));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"document_read,event\"",
        "[\"document_read\", \"event\"]",
        "\"event, document_read\"",
        "\"document_read;event\"",
        "\"document_read|event\"",
        "\"document_read+event\"",
        "\"[document_read, event]\"",
        "\"[\\\"document_read\\\",\\\"event\\\"]\"",
        "[\"document_read event\"]",
        "[\"event,document_read\"]",
        "[]"
      })
  void scope_in_another_shape_is_a_set_and_nothing_is_missing(String told) throws Exception {
    server.answers(
        200,
        "{\"access_token\": \"abc\", \"token_type\": \"Bearer\", \"expires_in\": 600, \"scope\": "
            + told
            + "}");

    AccessToken token =
        new AskingClient(SampleSettings.at(server.uri()).scope("document_read", "event"))
            .asks()
            .token();

    assertThat(token.scope()).containsExactlyInAnyOrder("document_read", "event");
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void a_comma_that_was_asked_for_is_part_of_a_scope() throws Exception {
    server.answers(
        200,
        "{\"access_token\": \"abc\", \"token_type\": \"Bearer\", \"expires_in\": 600,"
            + " \"scope\": \"a,b c\"}");

    assertThat(
            new AskingClient(SampleSettings.at(server.uri()).scope("a,b", "c"))
                .asks()
                .token()
                .scope())
        .containsExactly("a,b", "c");
  }

  @Test
  void a_scope_without_end_is_not_shown_to_its_end() throws Exception {
    server.answers(
        200,
        "{\"access_token\": \"abc\", \"token_type\": \"Bearer\", \"expires_in\": 60,"
            + " \"scope\": \"read "
            + "x".repeat(100_000)
            + "\"}");

    AccessToken token = client.asks().token();

    assertThat(token.scope()).containsExactly("read");
    assertThat(token.toString()).hasSizeLessThan(400);
  }

  @Test
  void a_scope_that_is_the_token_or_the_secret_is_none() throws Exception {
    server.answers(
        200,
        "{\"access_token\": \"t0k3n\", \"token_type\": \"Bearer\", \"expires_in\": 60,"
            + " \"scope\": \"read t0k3n x"
            + SampleSettings.SECRET
            + " write\"}");

    assertThat(client.asks().token().scope()).containsExactly("read", "write");
  }

  @Test
  void an_answer_of_one_mebibyte_is_read() throws Exception {
    String body = json("\"token_type\": \"Bearer\", \"expires_in\": 60");
    server.answers(200, body + " ".repeat((1 << 20) - body.length()));

    assertThat(client.asks().token().value()).isEqualTo("abc");
  }

  private static String granting(String scope) {
    return json("\"token_type\": \"Bearer\", \"expires_in\": 60, \"scope\": \"" + scope + "\"");
  }

  private static String json(String members) {
    return "{\"access_token\": \"abc\", " + members + "}";
  }
}
