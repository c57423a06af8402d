package io.mpoauth2.client.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.Caller;
import io.mpoauth2.client.testing.Gate;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualExecutor;
import io.mpoauth2.client.testing.ScriptedSource;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedRequestTest {
  private static final int CROWD = 64;

  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualExecutor renewals = new ManualExecutor();
  private final CachedTokenProvider tokens = source.cachedWith(renewals);

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
  void a_caller_whose_token_came_while_it_read_the_settings_sends_nothing() {
    source.whileSettingsAreRead(tokens::token);

    assertThat(tokens.token().value()).isEqualTo("token-1");
    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void a_rejection_that_was_answered_while_settings_were_read_sends_nothing() {
    AccessToken rejected = tokens.token();
    source.whileSettingsAreRead(() -> tokens.replace(rejected));

    assertThat(tokens.replace(rejected).value()).isEqualTo("token-2");
    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void a_caller_who_read_the_settings_while_another_ones_request_failed_sends_nothing() {
    source.fails(() -> new TokenUnavailableException("connection refused", null));
    source.whileSettingsAreRead(
        () -> assertThatThrownBy(tokens::token).hasMessage("connection refused"));

    assertThatThrownBy(tokens::token).hasMessageContaining("failed once; next attempt");
    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void callers_use_the_old_token_while_its_replacement_is_under_way() throws Exception {
    AccessToken old = tokens.token();
    Gate gate = source.holdsItsAnswers();
    Caller leader = Caller.asks(() -> tokens.replace(old));
    gate.awaitArrival();

    assertThat(tokens.token()).isSameAs(old);

    gate.open();
    assertThat(leader.token()).isSameAs(tokens.token());
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
    TokenException leaders =
        failures.stream().filter(failure -> failure.getCause() == null).findAny().orElseThrow();
    assertThat(failures)
        .filteredOn(failure -> failure != leaders)
        .hasSize(CROWD - 1)
        .allSatisfy(failure -> assertThat(failure).hasCause(leaders));
  }

  @Test
  void followers_of_a_refusal_know_what_the_server_said() {
    source.fails(
        () -> new TokenRefusedException("refused", 401, "invalid_client", "who?", null, null));
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

  @Test
  void an_interrupted_leader_fails_alone_and_a_follower_takes_over() throws Exception {
    Gate gate = source.holdsItsAnswers();
    Caller leader = Caller.asks(tokens::token);
    gate.awaitArrival();
    List<Caller> followers = Caller.crowdAsks(8, tokens::token);

    leader.interrupt();

    assertThat(leader.failure()).isInstanceOf(TokenUnavailableException.class);
    assertThat(leader.leftInterrupted()).isTrue();
    gate.awaitArrival();
    gate.open();
    assertThat(followers).extracting(Caller::token).containsOnly(tokens.token());
    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void an_interrupted_leader_starts_no_cooldown() throws Exception {
    Gate gate = source.holdsItsAnswers();
    Caller leader = Caller.asks(tokens::token);
    gate.awaitArrival();
    leader.interrupt();
    assertThat(leader.failure()).hasMessageContaining("interrupted");

    gate.open();

    assertThat(tokens.token().value()).isEqualTo("token-2");
  }

  @Test
  void an_interrupted_follower_leaves_at_once() throws Exception {
    Gate gate = source.holdsItsAnswers();
    Caller leader = Caller.asks(tokens::token);
    gate.awaitArrival();
    Caller follower = Caller.asks(tokens::token);
    follower.awaitWaiting();

    follower.interrupt();

    assertThat(follower.failure()).isInstanceOf(TokenUnavailableException.class);
    assertThat(follower.leftInterrupted()).isTrue();
    gate.open();
    assertThat(leader.token()).isSameAs(tokens.token());
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
  void a_follower_waits_no_longer_than_the_request_may_take() throws Exception {
    source.promises(Duration.ofMillis(20));
    Gate gate = source.holdsItsAnswers();
    Caller leader = Caller.asks(tokens::token);
    gate.awaitArrival();

    assertThatThrownBy(tokens::token)
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageContaining("oauth2.client.signicat.request-timeout")
        .hasNoCause();

    gate.open();
    assertThat(leader.token()).isSameAs(tokens.token());
  }

  @Test
  void a_follower_has_one_deadline_for_all_the_requests_that_it_follows() throws Exception {
    source.promises(Duration.ofHours(1));
    Gate gate = source.holdsItsAnswers();
    Caller leader = Caller.asks(tokens::token);
    gate.awaitArrival();
    List<Caller> followers = Caller.crowdAsks(2, tokens::token);

    clock.advance(Duration.ofHours(1));
    leader.interrupt();
    gate.awaitArrival();
    Caller leaves = Caller.awaitFirstDone(followers);
    gate.open();

    assertThat(leaves.failure()).hasMessageContaining("still under way");
    assertThat(followers).extracting(Caller::token).containsOnlyOnce(tokens.token());
  }

  @Test
  void callers_follow_a_renewal_that_is_under_way_when_the_token_ends() throws Exception {
    tokens.token();
    clock.advance(Duration.ofSeconds(969));
    tokens.token();
    Gate gate = source.holdsItsAnswers();
    Thread renewal = new Thread(renewals::runAll, "renewal");
    renewal.start();
    gate.awaitArrival();
    clock.advance(Duration.ofSeconds(1));
    List<Caller> crowd = Caller.crowdAsks(8, tokens::token);

    gate.open();

    assertThat(crowd).extracting(Caller::token).containsOnly(tokens.token());
    assertThat(source.sent()).isEqualTo(2);
    renewal.join();
  }
}
