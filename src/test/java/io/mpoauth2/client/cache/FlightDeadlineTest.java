package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.Caller;
import io.mpoauth2.client.testing.Gate;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rules 1 and 2: when a flight is over, and how long is waited for it. */
class FlightDeadlineTest {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualThreads threads = new ManualThreads();
  private final CachedTokenProvider tokens = source.cachedWith(threads);

  @Test
  void before_anything_was_read_a_flight_has_ten_seconds() {
    threads.keeps();

    tokens.tokenAsync();

    assertThat(threads.delays()).containsExactly(TEN_SECONDS);
  }

  @Test
  void until_settings_are_read_the_deadline_is_by_the_timeout_read_last() {
    source.promises(Duration.ofSeconds(4));
    AccessToken token = tokens.token();
    source.promises(TEN_SECONDS);
    threads.keeps();

    tokens.replaceAsync(token);

    assertThat(threads.delays())
        .containsExactly(TEN_SECONDS, Duration.ofSeconds(4), Duration.ofSeconds(4));
  }

  @Test
  void once_settings_are_read_the_deadline_is_theirs_and_counts_from_the_start() {
    source.promises(Duration.ofSeconds(3));
    source.whileSettingsAreRead(() -> clock.advance(Duration.ofSeconds(2)));

    tokens.token();

    assertThat(threads.delays()).containsExactly(TEN_SECONDS, Duration.ofSeconds(1));
    assertThat(source.left()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void settings_that_took_all_the_time_are_not_sent() {
    source.promises(Duration.ofSeconds(3));
    source.whileSettingsAreRead(() -> clock.advance(Duration.ofSeconds(3)));

    assertThatThrownBy(tokens::token)
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageContaining("PT3S (oauth2.client.signicat.request-timeout)");

    assertThat(source.sent()).isZero();
  }

  @Test
  void settings_that_are_read_after_the_deadline_are_not_sent() {
    source.whileSettingsAreRead(threads::ring);

    assertThatThrownBy(tokens::token)
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageContaining("the settings were not read within PT10S");

    assertThat(source.sent()).isZero();
  }

  @Test
  void what_was_over_before_it_was_sent_is_not_given_up() {
    source.whileSettingsAreRead(
        () -> {
          clock.advance(TEN_SECONDS);
          threads.ring();
        });

    assertThatThrownBy(tokens::token).isInstanceOf(TokenUnavailableException.class);

    assertThat(source.abandoned()).isZero();
  }

  @Test
  void an_interrupt_that_ended_a_flight_does_not_hit_what_its_thread_does_next() {
    source.whileSettingsAreRead(threads::ring);

    assertThatThrownBy(tokens::token).isInstanceOf(TokenUnavailableException.class);

    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void at_the_deadline_a_cooldown_begins_and_the_slot_is_free() throws Exception {
    hangsUntilItsDeadline();
    assertThatThrownBy(tokens::token).hasMessageContaining("failed once; next attempt");

    source.answersAtOnce();
    clock.advance(Duration.ofSeconds(1));

    assertThat(tokens.token().value()).isEqualTo("token-2");
  }

  @Test
  void at_the_deadline_the_thread_is_interrupted_and_the_request_given_up() throws Exception {
    hangsUntilItsDeadline();

    threads.awaitEnds();

    assertThat(source.abandoned()).isEqualTo(1);
  }

  @Test
  void at_the_deadline_everybody_who_waits_fails_and_nobody_asks_again() throws Exception {
    threads.startsThreads();
    Gate gate = source.holdsItsAnswers();
    List<Caller> crowd = Caller.crowdAsks(8, tokens::token);
    gate.awaitArrival();

    threads.ring();

    assertThat(crowd)
        .extracting(caller -> Objects.requireNonNull(caller.failure()).getMessage())
        .containsOnly(
            "OAuth2 client 'signicat': there was no answer within PT10S"
                + " (oauth2.client.signicat.request-timeout)");
    assertThat(source.prepared()).isEqualTo(1);
  }

  @Test
  void a_flight_that_has_landed_is_watched_no_longer() {
    tokens.token();

    assertThat(threads.watched()).isZero();
  }

  /** Row C2: a lost task. */
  @Test
  void a_flight_that_is_lost_is_ended_by_who_waits_if_the_timer_is_lost_too() {
    threads.flightsGoTo(task -> clock.advance(TEN_SECONDS));
    assertThatThrownBy(tokens::token).hasMessageContaining("the settings were not read");

    threads.runsAtOnce();
    clock.advance(Duration.ofSeconds(1));

    assertThat(tokens.token().value()).isEqualTo("token-1");
  }

  /** The first flight was not told of the token, so a second one is. */
  @Test
  void a_caller_has_one_patience_for_all_flights_it_waits_for() throws Exception {
    source.handsOut("the-only-one");
    AccessToken refused = tokens.token();
    clock.advance(Duration.ofSeconds(970));
    threads.startsThreads();
    source.takes(TEN_SECONDS);
    Gate first = source.holdsItsAnswers();
    Caller renewing = Caller.asks(tokens::token);
    first.awaitArrival();
    Caller caller = Caller.asks(() -> tokens.replace(refused));
    caller.awaitWaiting();
    Gate second = source.holdsItsAnswers();

    first.open();
    second.awaitArrival();

    assertThat(caller.failure())
        .hasMessageContaining("waited PT10S for a token request that is still under way");
    assertThat(renewing.token()).isNotNull();
    second.open();
  }

  private void hangsUntilItsDeadline() throws InterruptedException {
    threads.startsThreads();
    Gate gate = source.holdsItsAnswers();
    Caller caller = Caller.asks(tokens::token);
    gate.awaitArrival();
    threads.ring();
    assertThat(caller.failure()).isNotNull();
    threads.awaitEnds();
  }
}
