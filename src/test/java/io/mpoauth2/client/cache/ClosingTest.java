package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.Gate;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Rule 7: what is left of providers that were given out before their application ended. */
class ClosingTest {
  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualThreads threads = new ManualThreads();
  private final CachedTokenProvider tokens = source.cachedWith(threads);

  @Test
  void a_token_that_can_be_used_is_still_served() {
    AccessToken token = tokens.token();

    tokens.close();

    assertThat(tokens.token()).isSameAs(token);
    assertThat(tokens.tokenAsync().toCompletableFuture()).isCompletedWithValue(token);
  }

  @Test
  void a_stale_token_is_served_and_not_renewed() {
    AccessToken token = tokens.token();
    tokens.close();
    clock.advance(Duration.ofSeconds(700));

    assertThat(tokens.token()).isSameAs(token);

    assertThat(source.prepared()).isEqualTo(1);
  }

  @Test
  void a_token_that_has_ended_is_not_followed_by_another_one() {
    tokens.token();
    tokens.close();
    clock.advance(Duration.ofSeconds(970));

    assertThatThrownBy(tokens::token).isInstanceOf(IllegalStateException.class);
    assertThat(tokens.tokenAsync().toCompletableFuture())
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_token_that_is_refused_is_not_replaced() {
    AccessToken token = tokens.token();
    tokens.close();

    assertThatThrownBy(() -> tokens.replace(token)).isInstanceOf(IllegalStateException.class);
    assertThat(tokens.token()).isSameAs(token);
  }

  @Test
  void during_a_cooldown_it_is_the_end_that_is_told() {
    source.fails(() -> new TokenUnavailableException("connection refused", null));
    assertThatThrownBy(tokens::token).isInstanceOf(TokenUnavailableException.class);

    tokens.close();

    assertThatThrownBy(tokens::token).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void who_waits_is_released_and_the_flights_thread_interrupted() throws Exception {
    threads.startsThreads();
    Gate gate = source.holdsItsAnswers();
    FutureTask<AccessToken> waiting = new FutureTask<>(tokens::token);
    new Thread(waiting, "waiting").start();
    CompletableFuture<AccessToken> stage = tokens.tokenAsync().toCompletableFuture();
    gate.awaitArrival();

    tokens.close();

    assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> stage.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IllegalStateException.class);
    threads.awaitEnds();
    assertThat(source.abandoned()).isEqualTo(1);
  }

  @Test
  void what_a_flight_brings_afterwards_is_thrown_away() throws Exception {
    threads.startsThreads();
    Gate gate = source.ignoresInterrupts();
    tokens.tokenAsync();
    gate.awaitArrival();
    tokens.close();

    gate.open();
    threads.awaitEnds();

    assertThatThrownBy(tokens::token).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_flight_that_has_not_begun_sends_nothing() {
    threads.keeps();
    tokens.tokenAsync();

    tokens.close();
    threads.runAll();

    assertThat(source.prepared()).isZero();
  }

  @Test
  void closing_again_changes_nothing() {
    AccessToken token = tokens.token();

    tokens.close();
    tokens.close();

    assertThat(tokens.token()).isSameAs(token);
  }

  @Test
  void the_stage_of_a_flight_that_never_gets_a_thread_fails() {
    threads.keeps();
    CompletableFuture<AccessToken> stage = tokens.tokenAsync().toCompletableFuture();

    tokens.close();

    assertThat(stage)
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_flight_whose_settings_come_too_late_is_not_watched_any_more() {
    source.promises(Duration.ofSeconds(3));
    source.whileSettingsAreRead(tokens::close);

    assertThatThrownBy(tokens::token).isInstanceOf(IllegalStateException.class);

    assertThat(threads.watched()).isZero();
  }
}
