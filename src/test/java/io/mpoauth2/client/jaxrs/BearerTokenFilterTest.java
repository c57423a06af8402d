package io.mpoauth2.client.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.NumberedTokens;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.Origin;
import io.mpoauth2.client.token.TokenUnavailableException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder;
import org.jboss.resteasy.client.jaxrs.engines.URLConnectionEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plain Jakarta REST client of RESTEasy. */
class BearerTokenFilterTest {
  private static final Answer REFUSAL = Answer.unauthorized("Bearer error=\"invalid_token\"");

  private final FakeApi api = new FakeApi();
  private final NumberedTokens tokens = new NumberedTokens();
  private final CapturedLog log = CapturedLog.start();
  private final Client client = ClientBuilder.newClient().register(new BearerTokenFilter(tokens));

  @AfterEach
  void close() {
    client.close();
    log.close();
    api.close();
  }

  @Test
  void token_is_added() {
    String answer = client.target(api.uri()).request().get(String.class);

    assertThat(answer).isEqualTo("fine");
    assertThat(api.tokens()).containsExactly("Bearer token-1");
  }

  @Test
  void after_a_call_to_the_api_none_takes_the_token_to_another_host() {
    get().close();

    assertThatThrownBy(() -> client.target("http://stranger.example/").request().get())
        .hasRootCauseInstanceOf(OriginNotAllowedException.class)
        .hasMessageContaining("http://stranger.example is not encrypted");
  }

  @Test
  void where_origins_are_named_a_call_to_another_one_fails_before_it_is_sent() {
    CallSettings settings =
        CallSettings.DEFAULTS.withAllowedOrigins(
            Set.of(Objects.requireNonNull(Origin.of(URI.create("https://api.example")))));
    Client confined = ClientBuilder.newClient().register(new BearerTokenFilter(tokens, settings));

    assertThatThrownBy(() -> confined.target(api.uri()).request().get())
        .hasRootCauseInstanceOf(OriginNotAllowedException.class)
        .hasMessageContaining("is not among");
    confined.close();

    assertThat(api.requests()).isEmpty();
  }

  @Test
  void after_a_401_the_request_is_sent_once_more_with_another_token() {
    api.answers(REFUSAL);

    try (Response answer =
        client
            .target(api.uri())
            .path("/a b/%2Fc")
            .queryParam("q", "x y&z")
            .request()
            .header("X-Mine", "1")
            .header("X-Mine", "2")
            .cookie("session", "7")
            .post(Entity.json("{\"a\":1}"))) {
      assertThat(answer.getStatus()).isEqualTo(200);
      assertThat(answer.readEntity(String.class)).isEqualTo("fine");
      assertThat(answer.getHeaderString("X-Answer")).isNull();
    }

    assertThat(api.tokens()).containsExactly("Bearer token-1", "Bearer token-2");
    assertSameButForToken(api.requests().get(0), api.requests().get(1));
  }

  @Test
  void one_shot_stream_is_sent_again_in_full() {
    api.answers(REFUSAL);
    byte[] bytes = "x".repeat(300_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);

    try (Response answer =
        client
            .target(api.uri())
            .request()
            .put(Entity.entity(new ByteArrayInputStream(bytes), "application/x-mine"))) {
      assertThat(answer.getStatus()).isEqualTo(200);
    }

    assertThat(api.requests().get(1).body()).hasSize(300_000);
    assertSameButForToken(api.requests().get(0), api.requests().get(1));
  }

  @Test
  void second_401_is_returned_as_is() {
    api.answers(REFUSAL, Answer.of(401, "still no"), Answer.of(200, "never asked"));

    try (Response answer = get()) {
      assertThat(answer.getStatus()).isEqualTo(401);
      assertThat(answer.readEntity(String.class)).isEqualTo("still no");
      assertThat(answer.getHeaderString("X-Answer")).isNull();
    }

    assertThat(api.requests()).hasSize(2);
    assertThat(log.warnings()).singleElement().asString().contains("fresh token", ".audience");
  }

  @Test
  void refused_fresh_token_is_told_once_per_token() {
    api.alwaysAnswers(REFUSAL);
    get().close();
    tokens.exhausted();

    for (int i = 0; i < 20; i++) {
      get().close();
    }

    assertThat(log.warnings()).hasSize(1);
    assertThat(api.requests()).hasSize(22);
  }

  @Test
  void first_401_comes_through_unchanged_when_no_other_token_can_be_had() {
    api.answers(REFUSAL);
    tokens.exhausted();

    try (Response answer = get()) {
      assertThat(answer.getStatus()).isEqualTo(401);
      assertThat(answer.getHeaderString("X-Answer")).isEqualTo("first");
      assertThat(answer.readEntity(String.class)).isEqualTo("who are you?");
    }

    assertThat(api.requests()).hasSize(1);
  }

  @Test
  void failing_replacement_leaves_the_401_and_is_told_once() {
    api.alwaysAnswers(REFUSAL);
    tokens.cannotReplace(new TokenUnavailableException("no answer", null));

    for (int i = 0; i < 3; i++) {
      try (Response answer = get()) {
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.readEntity(String.class)).isEqualTo("who are you?");
      }
    }

    assertThat(api.requests()).hasSize(3);
    assertThat(log.warnings()).singleElement().asString().contains("no other token", "no answer");
  }

  @Test
  void failing_resend_is_the_callers_failure_and_not_the_401() {
    api.answers(REFUSAL, Answer.reset());

    // POST, because RESTEasy's engine itself repeats a GET whose connection broke.
    assertThatThrownBy(() -> client.target(api.uri()).request().post(Entity.text("x")))
        .isInstanceOf(ProcessingException.class)
        .hasRootCauseInstanceOf(IOException.class);

    assertThat(api.requests()).hasSize(2);
  }

  @Test
  void without_a_token_nothing_is_sent() {
    tokens.fails(new TokenUnavailableException("down", null));

    assertThatThrownBy(() -> get())
        .isInstanceOf(ProcessingException.class)
        .hasCauseInstanceOf(TokenUnavailableException.class);

    assertThat(api.requests()).isEmpty();
  }

  @Test
  void body_larger_than_the_replay_buffer_is_not_sent_again() {
    api.answers(REFUSAL);
    byte[] bytes = new byte[(1 << 20) + 1];

    try (Response answer =
        client.target(api.uri()).request().post(Entity.entity(bytes, "application/octet-stream"))) {
      assertThat(answer.getStatus()).isEqualTo(401);
      assertThat(answer.readEntity(String.class)).isEqualTo("who are you?");
    }

    assertThat(api.requests()).hasSize(1);
    assertThat(log.warnings()).singleElement().asString().contains(".replay-buffer");
  }

  @Test
  void body_as_large_as_the_replay_buffer_is_sent_again() {
    api.answers(REFUSAL);

    try (Response answer =
        client
            .target(api.uri())
            .request()
            .post(Entity.entity(new byte[1 << 20], "application/octet-stream"))) {
      assertThat(answer.getStatus()).isEqualTo(200);
    }

    assertThat(api.requests()).hasSize(2);
  }

  /** It may look at what only the first client has. */
  @Test
  void engine_of_the_users_own_is_not_used() {
    api.alwaysAnswers(REFUSAL);
    Client own =
        ((ResteasyClientBuilder) ClientBuilder.newBuilder())
            .httpEngine(new URLConnectionEngine() {})
            .build()
            .register(new BearerTokenFilter(tokens));

    try (Response answer = own.target(api.uri()).request().get()) {
      assertThat(answer.getStatus()).isEqualTo(401);
      assertThat(answer.readEntity(String.class)).isEqualTo("who are you?");
    }
    own.close();

    assertThat(api.requests()).hasSize(1);
    assertThat(tokens.issued()).isEqualTo(2);
    assertThat(log.warnings()).singleElement().asString().contains("engine", "another token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic realm=\"x\"",
        "DPoP error=\"use_dpop_nonce\", algs=\"ES256\"",
        "Bearer error=\"insufficient_user_authentication\", max_age=\"5\"",
      })
  void challenge_that_a_token_cannot_cure_is_left_alone(String challenge) {
    api.answers(Answer.unauthorized(challenge));

    try (Response answer = get()) {
      assertThat(answer.getStatus()).isEqualTo(401);
    }

    assertThat(api.requests()).hasSize(1);
    assertThat(tokens.issued()).isEqualTo(1);
  }

  @Test
  void missing_challenge_counts_as_ours() {
    api.answers(Answer.of(401, ""));

    try (Response answer = get()) {
      assertThat(answer.getStatus()).isEqualTo(200);
    }
  }

  @Test
  void forbidden_never_replaces_the_token_and_is_diagnosed_once() {
    api.alwaysAnswers(
        new Answer(
            403,
            java.util.Map.of(
                "WWW-Authenticate",
                List.of("Bearer error=\"insufficient_scope\", scope=\"document_write\"")),
            ""));

    for (int i = 0; i < 3; i++) {
      try (Response answer = get()) {
        assertThat(answer.getStatus()).isEqualTo(403);
      }
    }

    assertThat(tokens.issued()).isEqualTo(1);
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains("document_write", "document_read", "oauth2.client.default.scope");
  }

  @Test
  void own_authorization_stays() {
    api.answers(REFUSAL);

    try (Response answer =
        client.target(api.uri()).request().header("authorization", "Basic mine").get()) {
      assertThat(answer.getStatus()).isEqualTo(401);
    }

    assertThat(api.tokens()).containsExactly("Basic mine");
  }

  @Test
  void filter_without_a_client_sends_nothing() {
    Client lost = ClientBuilder.newClient().register(BearerTokenFilter.class);

    assertThatThrownBy(() -> lost.target(api.uri()).request().get())
        .isInstanceOf(ProcessingException.class)
        .hasMessageContaining("@OAuth2Client");
    lost.close();

    assertThat(api.requests()).isEmpty();
  }

  @Test
  void a_thousand_retries_leave_no_connection_behind() {
    api.answersBy(
        request ->
            request.header("authorization").equals("Bearer token-1")
                ? Answer.of(200, "fine")
                : REFUSAL);

    for (int i = 0; i < 1000; i++) {
      api.answers(REFUSAL, Answer.of(200, "fine"));
      try (Response answer = get()) {
        assertThat(answer.getStatus()).isEqualTo(200);
      }
    }

    // RESTEasy's default engine has one connection: a second one left open would have blocked.
    assertThat(api.requests()).hasSize(2000);
  }

  @Test
  void size_of_the_first_answer_does_not_prevent_the_second_request() {
    api.answers(Answer.of(401, "y".repeat(5 << 20)));

    try (Response answer = get()) {
      assertThat(answer.getStatus()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403})
  void invalid_token_is_refused_whatever_the_status(int status) {
    api.answers(
        new Answer(
            status,
            java.util.Map.of("WWW-Authenticate", List.of("Bearer error=\"invalid_token\"")),
            ""));

    try (Response answer = get()) {
      assertThat(answer.getStatus()).isEqualTo(200);
    }

    assertThat(api.tokens()).containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void bad_request_for_another_reason_is_none_of_ours() {
    api.answers(Answer.of(400, "no such document"));

    try (Response answer = get()) {
      assertThat(answer.getStatus()).isEqualTo(400);
    }

    assertThat(tokens.issued()).isEqualTo(1);
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void forbidden_without_a_challenge_blames_no_scope() {
    api.answers(Answer.of(403, "rate limit"));

    get().close();

    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains("gave no reason", "one possibility", "oauth2.client.default.scope");
  }

  @Test
  void forbidden_for_a_reason_that_is_no_scope_advises_no_scope() {
    api.answers(
        new Answer(
            403, java.util.Map.of("WWW-Authenticate", List.of("Bearer error=\"rate_limit\"")), ""));

    get().close();

    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains("rate_limit", "not about a scope")
        .doesNotContain("oauth2.client.default.scope");
  }

  @Test
  void forbidden_is_told_once_per_scope_that_the_api_wants() {
    for (String scope : List.of("a", "b", "b")) {
      api.answers(
          new Answer(
              403,
              java.util.Map.of(
                  "WWW-Authenticate",
                  List.of("Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"")),
              ""));
      get().close();
    }

    assertThat(log.warnings()).hasSize(2);
  }

  @Test
  void head_and_delete_are_sent_again() {
    api.answers(REFUSAL, Answer.of(200, ""), REFUSAL, Answer.of(204, ""));

    try (Response answer = client.target(api.uri()).request().method(HttpMethod.HEAD)) {
      assertThat(answer.getStatus()).isEqualTo(200);
    }
    try (Response answer = client.target(api.uri()).request().delete()) {
      assertThat(answer.getStatus()).isEqualTo(204);
      assertThat(answer.hasEntity()).isFalse();
    }
  }

  private Response get() {
    return client.target(api.uri()).request().get();
  }

  private static void assertSameButForToken(FakeApi.Received first, FakeApi.Received second) {
    first.headers().remove("authorization");
    second.headers().remove("authorization");
    assertThat(second).isEqualTo(first);
  }
}
