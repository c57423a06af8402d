package io.mpoauth2.client.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualExecutor;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.CachedTokenProvider;
import io.mpoauth2.client.token.CallSettings;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the second request on nothing is kept of a request but its header. */
class SharedAttemptTest {
  private static final Answer REFUSAL = Answer.unauthorized("Bearer error=\"invalid_token\"");

  private final FakeApi api = new FakeApi();
  private final CachedTokenProvider tokens =
      new ScriptedSource(new ManualClock()).cachedWith(new ManualExecutor());
  private final List<String> kept = new ArrayList<>();
  private final ClientResponseFilter listing =
      (request, response) -> kept.addAll(request.getPropertyNames());
  private final Client client =
      ClientBuilder.newClient().register(new BearerTokenFilter(tokens)).register(listing);

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
  void nothing_is_kept_in_the_request() {
    kept.clear();

    assertThat(status()).isEqualTo(200);

    assertThat(kept).doesNotContain(Attempt.PROPERTY);
  }

  @Test
  void answers_to_the_last_eight_tokens_are_ours() {
    ClientBinding binding = new ClientBinding(tokens, CallSettings.DEFAULTS);
    List<Attempt> attempts = new ArrayList<>();
    for (int number = 0; number < 9; number++) {
      AccessToken token = new AccessToken("t" + number, "Bearer", Instant.EPOCH, Set.of());
      attempts.add(binding.share(token));
      assertThat(binding.attempt(token)).isSameAs(attempts.get(number));
    }

    assertThat(binding.sent("Bearer t0")).as("nine tokens ago").isNull();
    assertThat(binding.sent("Bearer t1")).isSameAs(attempts.get(1));
    assertThat(binding.sent("Bearer t8")).isSameAs(attempts.get(8));
    assertThat(binding.share(attempts.get(1).token)).isSameAs(attempts.get(1));
    assertThat(binding.attempt(attempts.get(1).token)).as("not in use any more").isNull();
  }

  private int status() {
    try (Response answer = client.target(api.uri()).request().get()) {
      return answer.getStatus();
    }
  }
}
