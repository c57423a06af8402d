package io.mpoauth2.client.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.cache.CachedTokenProvider;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.NumberedTokens;
import io.mpoauth2.client.testing.ScriptedSource;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose token a request carries, and which answers are about it. */
class SentTokenTest {
  private static final Answer REFUSAL = Answer.unauthorized("Bearer error=\"invalid_token\"");

  private final FakeApi api = new FakeApi();
  private final ManualClock clock = new ManualClock();
  private final CachedTokenProvider tokens =
      new ScriptedSource(clock).cachedWith(new ManualThreads());
  private final Client client = ClientBuilder.newClient().register(new BearerTokenFilter(tokens));

  @BeforeEach
  void the_token_was_used_before() {
    assertThat(status()).isEqualTo(200);
  }

  @AfterEach
  void close() {
    client.close();
    api.close();
  }

  @Test
  void a_401_is_answered_with_another_token() {
    api.answers(REFUSAL);

    assertThat(status()).isEqualTo(200);

    assertThat(api.tokens()).containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
  }

  @Test
  void a_second_401_is_returned_as_it_is() {
    api.answers(REFUSAL);
    api.answers(REFUSAL);

    assertThat(status()).isEqualTo(401);

    assertThat(api.tokens()).containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
  }

  @Test
  void a_caller_who_sets_the_same_token_keeps_it() {
    api.answers(REFUSAL);
    String own = "Bearer " + tokens.token().value();

    try (Response answer = client.target(api.uri()).request().header("Authorization", own).get()) {
      assertThat(answer.getStatus()).isEqualTo(401);
    }

    assertThat(api.tokens()).containsExactly("Bearer token-1", "Bearer token-1");
  }

  @Test
  void an_invocation_that_is_made_again_has_the_token_of_its_time() {
    Invocation invocation = client.target(api.uri()).request().buildGet();
    invocation.invoke().close();
    tokens.replace(tokens.token());

    invocation.invoke().close();

    assertThat(api.tokens()).containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
  }

  @Test
  void an_invocation_that_is_made_again_is_sent_once_more_after_each_401() {
    Invocation invocation = client.target(api.uri()).request().buildGet();
    api.answers(REFUSAL);
    invocation.invoke().close();
    api.answers(REFUSAL);
    clock.advance(Duration.ofMinutes(1));

    try (Response answer = invocation.invoke()) {
      assertThat(answer.getStatus()).isEqualTo(200);
    }
  }

  @Test
  void a_filter_on_client_and_target_acts_once() {
    api.answers(REFUSAL);

    try (Response answer =
        client.target(api.uri()).register(new BearerTokenFilter(tokens)).request().get()) {
      assertThat(answer.getStatus()).isEqualTo(200);
    }

    assertThat(api.tokens()).containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
  }

  /** Row D4: two revocations within a second. */
  @Test
  void a_replacement_refused_within_its_span_is_told_as_that() {
    api.answers(REFUSAL);
    assertThat(status()).isEqualTo(200);
    clock.advance(Duration.ofMillis(300));
    api.answers(REFUSAL);
    try (CapturedLog log = CapturedLog.start()) {
      assertThat(status()).isEqualTo(401);

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("itself a replacement", "less than a second old", "may come in 0.7 s");
    }
  }

  /** Row D11: said once per wanted scope, however they take turns. */
  @Test
  void a_403_is_told_once_per_scope_that_it_wants() {
    try (CapturedLog log = CapturedLog.start()) {
      for (String scope : List.of("a", "b", "a", "b", "")) {
        api.answers(
            new Answer(
                403,
                Map.of(
                    "WWW-Authenticate",
                    List.of("Bearer error=\"insufficient_scope\", scope=\"" + scope + '"')),
                ""));
        assertThat(status()).isEqualTo(403);
      }

      assertThat(log.warnings()).hasSize(3);
    }
  }

  private int status() {
    try (Response answer = client.target(api.uri()).request().get()) {
      return answer.getStatus();
    }
  }

  @Test
  void only_a_filter_that_was_made_with_a_provider_has_one() {
    assertThat(new BearerTokenFilter().hasProvider()).isFalse();
    assertThat(new BearerTokenFilter(new NumberedTokens()).hasProvider()).isTrue();
  }
}
