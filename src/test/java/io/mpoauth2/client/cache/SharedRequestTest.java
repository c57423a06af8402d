package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.Caller;
import io.mpoauth2.client.testing.Gate;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedRequestTest {
  private static final int CROWD = 64;

  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualThreads renewals = new ManualThreads();
  private final CachedTokenProvider tokens = source.cachedWith(renewals);

  @BeforeEach
  void flights_have_threads_of_their_own() {
    renewals.startsThreads();
  }

  @Test
  void concurrent_first_calls_fetch_once() {
    Gate gate = source.holdsItsAnswers();
    List<Caller> crowd = Caller.crowdAsks(CROWD, tokens::token);

    gate.open();

    assertThat(crowd).extracting(Caller::token).containsOnly(tokens.token());
    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void a_token_that_is_at_its_end_when_it_comes_still_serves_those_who_waited_for_it() {
    source.lifetime(Duration.ofSeconds(2));
    source.takes(Duration.ofSeconds(2));
    Gate gate = source.holdsItsAnswers();
    List<Caller> crowd = Caller.crowdAsks(CROWD, tokens::token);

    gate.open();

    assertThat(crowd).allSatisfy(caller -> assertThat(caller.token()).isNotNull());
    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void concurrent_rejections_fetch_once() {
    AccessToken rejected = tokens.token();
    Gate gate = source.holdsItsAnswers();
    List<Caller> crowd = Caller.crowdAsks(CROWD, () -> tokens.replace(rejected));

    gate.open();

    assertThat(crowd).extracting(Caller::token).containsOnly(tokens.token());
    assertThat(tokens.token().value()).isEqualTo("token-2");
    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void concurrent_rejections_of_the_only_value_get_it_back_after_one_fetch() {
    source.handsOut("the-only-one");
    AccessToken only = tokens.token();
    Gate gate = source.holdsItsAnswers();
    List<Caller> crowd = Caller.crowdAsks(CROWD, () -> tokens.replace(only));

    gate.open();

    assertThat(crowd).allSatisfy(caller -> assertThat(caller.token()).isNotNull());
    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void callers_use_the_old_token_while_its_replacement_is_under_way() throws Exception {
    AccessToken old = tokens.token();
    Gate gate = source.holdsItsAnswers();
    Caller refused = Caller.asks(() -> tokens.replace(old));
    gate.awaitArrival();

    assertThat(tokens.token()).isSameAs(old);

    gate.open();
    assertThat(refused.token()).isSameAs(tokens.token());
  }

  @Test
  void concurrent_calls_to_a_dead_source_send_once_and_fail_one_by_one() {
    source.fails(() -> new TokenUnavailableException("connection refused", null));
    Gate gate = source.holdsItsAnswers();
    List<Caller> crowd = Caller.crowdAsks(CROWD, tokens::token);

    gate.open();

    List<TokenException> failures =
        crowd.stream().map(caller -> Objects.requireNonNull(caller.failure())).toList();
    assertThat(source.sent()).isEqualTo(1);
    assertThat(failures)
        .doesNotHaveDuplicates()
        .hasOnlyElementsOfType(TokenUnavailableException.class);
  }

  @Test
  void each_caller_of_a_refused_request_knows_what_the_server_said() {
    source.fails(
        () ->
            TokenRefusedException.builder(401)
                .error("invalid_client")
                .errorDescription("who?")
                .build("refused"));
    Gate gate = source.holdsItsAnswers();
    List<Caller> crowd = Caller.crowdAsks(2, tokens::token);

    gate.open();

    assertThat(crowd)
        .extracting(Caller::failure)
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .isInstanceOfSatisfying(
                        TokenRefusedException.class,
                        refused -> {
                          assertThat(refused.status()).isEqualTo(401);
                          assertThat(refused.error()).isEqualTo("invalid_client");
                          assertThat(refused.errorDescription()).isEqualTo("who?");
                        }));
  }

  /** Row B11: one caller's impatience. */
  @Test
  void a_caller_who_gives_up_harms_nobody_and_the_token_serves_the_next_one() throws Exception {
    Gate gate = source.holdsItsAnswers();
    Caller leaver = Caller.asks(tokens::token);
    gate.awaitArrival();
    leaver.interrupt();
    assertThat(leaver.failure()).hasMessageContaining("interrupted");
    assertThat(leaver.leftInterrupted()).isTrue();

    gate.open();

    assertThat(tokens.token().value()).isEqualTo("token-1");
    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void at_the_deadline_everybody_fails_and_the_thread_that_is_left_is_alone() throws Exception {
    Gate gate = source.holdsItsAnswers();
    List<Caller> crowd = Caller.crowdAsks(8, tokens::token);
    gate.awaitArrival();

    renewals.ring();

    assertThat(crowd)
        .allSatisfy(
            caller ->
                assertThat(caller.failure())
                    .hasMessageContaining("oauth2.client.signicat.request-timeout"));
    gate.open();
  }

  @Test
  void closing_fails_who_waits() throws Exception {
    Gate gate = source.holdsItsAnswers();
    CompletableFuture<AccessToken> stage = tokens.tokenAsync().toCompletableFuture();
    gate.awaitArrival();

    tokens.close();

    assertThatThrownBy(stage::join).hasCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(tokens::token).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_interrupted_caller_is_served_from_the_cache() {
    AccessToken cached = tokens.token();

    Caller caller =
        Caller.asks(
            () -> {
              Thread.currentThread().interrupt();
              return tokens.token();
            });

    assertThat(caller.token()).isSameAs(cached);
    assertThat(caller.leftInterrupted()).isTrue();
  }

  @Test
  void callers_follow_a_renewal_that_is_under_way_when_the_token_ends() throws Exception {
    tokens.token();
    clock.advance(Duration.ofSeconds(969));
    Gate gate = source.holdsItsAnswers();
    tokens.token();
    gate.awaitArrival();
    clock.advance(Duration.ofSeconds(1));
    List<Caller> crowd = Caller.crowdAsks(8, tokens::token);

    gate.open();

    assertThat(crowd).extracting(Caller::token).containsOnly(tokens.token());
    assertThat(source.sent()).isEqualTo(2);
  }
}
