package io.mpoauth2.client.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.NumberedTokens;
import io.mpoauth2.client.testing.RecordedEvents;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.TokenRejectionEvent;
import io.mpoauth2.client.token.TokenRejectionEvent.Outcome;
import io.mpoauth2.client.token.TokenUnavailableException;
import io.mpoauth2.client.token.watch.ClientWatch;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those are told who watch, when an API refuses a token. */
class WatchedRejectionsTest {
  private static final Answer REFUSAL = Answer.unauthorized("Bearer error=\"invalid_token\"");

  private final FakeApi api = new FakeApi();
  private final NumberedTokens tokens = new NumberedTokens();
  private final RecordedEvents events = new RecordedEvents();

  private CallSettings settings = CallSettings.DEFAULTS;

  @AfterEach
  void close() {
    api.close();
  }

  private record Watched(TokenProvider tokens, ClientWatch watch)
      implements TokenProvider, ClientWatch.Owner {
    @Override
    public AccessToken token() {
      return tokens.token();
    }

    @Override
    public AccessToken replace(AccessToken rejected) {
      return tokens.replace(rejected);
    }
  }

  @Test
  void a_call_that_is_answered_is_no_event() {
    assertThat(call()).isEqualTo(200);

    assertThat(events.names()).isEmpty();
  }

  @Test
  void a_401_that_another_token_cures_is_told_with_the_second_request() {
    api.answers(REFUSAL);
    events.wants("caller's");

    assertThat(call()).isEqualTo(200);

    TokenRejectionEvent event = events.onlyRejection();
    assertThat(event.outcome()).isEqualTo(Outcome.RECOVERED);
    assertThat(event.reason()).isEmpty();
    assertThat(event.client()).isEqualTo("signicat");
    assertThat(event.scope()).containsExactly("read");
    assertThat(event.context()).isEqualTo("caller's");
    assertThat(event.method()).isEqualTo("GET");
    assertThat(event.api()).isEqualTo(URI.create(api.uri() + "/documents"));
    assertThat(event.status()).isEqualTo(401);
    assertThat(event.fingerprint()).isEqualTo(tokenOf("token-1").fingerprint());
    assertThat(event.second())
        .hasValueSatisfying(
            second -> {
              assertThat(second.status()).isEqualTo(200);
              assertThat(second.failure()).isEmpty();
              assertThat(second.startedAt()).isAfterOrEqualTo(event.refusedAt());
              assertThat(second.duration()).isPositive();
            });
    assertThat(event.toString()).doesNotContain("token-1", "token-2");
  }

  @Test
  void a_fresh_token_that_is_refused_too_is_told_with_the_second_answer() {
    api.answers(REFUSAL, Answer.of(401, "still no"));

    assertThat(call()).isEqualTo(401);

    TokenRejectionEvent event = events.onlyRejection();
    assertThat(event.outcome()).isEqualTo(Outcome.REJECTED_AGAIN);
    assertThat(event.second()).map(TokenRejectionEvent.SecondRequest::status).contains(401);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 400, 403, 404, 500})
  void whatever_is_no_refusal_of_the_token_is_recovered(int status) {
    api.answers(REFUSAL, Answer.of(status, ""));

    assertThat(call()).isEqualTo(status);

    assertThat(events.names()).containsExactly("RECOVERED");
  }

  @Test
  void a_second_request_without_an_answer_is_told_with_its_failure() {
    api.answers(REFUSAL, Answer.reset());

    // POST, because RESTEasy's engine itself repeats a GET whose connection broke.
    assertThat(
            catchThrowable(
                () -> {
                  try (Client client = client()) {
                    client.target(api.uri()).request().post(Entity.text("x")).close();
                  }
                }))
        .isNotNull();

    TokenRejectionEvent event = events.onlyRejection();
    assertThat(event.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(event.second().orElseThrow().failure()).isPresent();
    assertThat(event.second().orElseThrow().status()).isZero();
  }

  @Test
  void a_challenge_that_no_token_cures() {
    api.answers(Answer.unauthorized("Basic realm=\"x\""));

    assertThat(call()).isEqualTo(401);

    assertThat(events.onlyRejection().outcome()).isEqualTo(Outcome.NOT_CURABLE);
    assertThat(events.onlyRejection().reason()).contains("challenge");
    assertThat(events.onlyRejection().second()).isEmpty();
  }

  @Test
  void no_other_token() {
    api.answers(REFUSAL);
    tokens.cannotReplace(new TokenUnavailableException("down", null));

    assertThat(call()).isEqualTo(401);

    assertThat(events.onlyRejection().outcome()).isEqualTo(Outcome.NO_OTHER_TOKEN);
    assertThat(events.onlyRejection().reason()).isEqualTo("down");
  }

  @Test
  void a_body_that_was_not_kept() {
    api.answers(REFUSAL);
    settings = settings.withReplayBuffer(0);

    try (Client client = client();
        Response answer = client.target(api.uri()).request().post(Entity.text("x"))) {
      assertThat(answer.getStatus()).isEqualTo(401);
    }

    assertThat(events.onlyRejection().outcome()).isEqualTo(Outcome.NOT_SENT_AGAIN);
    assertThat(events.onlyRejection().reason()).contains("replay-buffer");
  }

  @Test
  void no_second_request_is_wanted() {
    api.answers(REFUSAL);
    settings = settings.withRetryUnauthorized(false);

    assertThat(call()).isEqualTo(401);

    assertThat(events.onlyRejection().outcome()).isEqualTo(Outcome.NOT_WANTED);
  }

  private int call() {
    try (Client client = client();
        Response answer =
            client.target(api.uri()).path("documents").queryParam("q", "1").request().get()) {
      return answer.getStatus();
    }
  }

  private Client client() {
    return ClientBuilder.newClient()
        .register(new BearerTokenFilter(new Watched(tokens, events.watch()), settings));
  }

  private static AccessToken tokenOf(String value) {
    return new AccessToken(value, "Bearer", java.time.Instant.EPOCH, java.util.Set.of());
  }
}
