package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.Caller;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the moment on at which the first token is stale; 270 s later it is expired. */
class RenewalTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int SECONDS_LEFT = 270;

  private final CapturedLog log = CapturedLog.start();
  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualThreads renewals = new ManualThreads();
  private final CachedTokenProvider tokens = source.cachedWith(renewals);

  @BeforeEach
  void the_token_is_stale() {
    tokens.token();
    renewals.keeps();
    clock.advance(Duration.ofSeconds(700));
  }

  @AfterEach
  void close_the_log() {
    log.close();
  }

  @Test
  void callers_keep_the_old_token_until_the_renewal_is_done() {
    assertThat(tokens.token().value()).isEqualTo("token-1");
    assertThat(source.sent()).isEqualTo(1);

    renewals.runAll();

    assertThat(tokens.token().value()).isEqualTo("token-2");
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void many_calls_queue_one_renewal() {
    for (int call = 0; call < 640; call++) {
      tokens.token();
    }

    assertThat(renewals.queued()).isEqualTo(1);
    assertThat(source.prepared()).as("for the first token").isEqualTo(1);
  }

  @Test
  void concurrent_calls_queue_one_renewal() {
    List<Caller> crowd = Caller.crowdAsks(64, tokens::token);

    assertThat(crowd).extracting(Caller::token).containsOnly(tokens.token());
    assertThat(renewals.queued()).isEqualTo(1);
  }

  @Test
  void a_renewal_that_comes_after_a_replacement_sends_nothing() {
    renewals.runsAtOnce();
    tokens.replace(tokens.token());

    renewals.runAll();

    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void each_token_is_renewed_in_its_turn() {
    for (int generation = 1; generation <= 10; generation++) {
      assertThat(tokens.token().value()).isEqualTo("token-" + generation);
      renewals.runAll();
      clock.advance(Duration.ofSeconds(700));
    }

    assertThat(source.sent()).isEqualTo(11);
  }

  @Test
  void a_failing_renewal_is_no_callers_failure_until_the_token_ends() {
    source.fails(RenewalTest::unreachable);

    for (int second = 0; second < SECONDS_LEFT; second++) {
      assertThat(tokens.token().value()).isEqualTo("token-1");
      renewals.runAll();
      clock.advance(SECOND);
    }

    renewals.runsAtOnce();
    assertThatThrownBy(tokens::token)
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageStartingWith("connection refused");
  }

  @Test
  void a_failing_renewal_is_warned_of_once_per_outage() {
    source.fails(RenewalTest::unreachable);
    callFor(Duration.ofSeconds(200));
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .startsWith("MPOA0001: OAuth2 client 'signicat': ")
        .contains("old one serves", "connection refused", "2026-01-01T00:11:41Z");

    source.recovers();
    callFor(Duration.ofSeconds(61));
    assertThat(log.everything()).containsOnlyOnce("a new token after");

    clock.advance(Duration.ofSeconds(700));
    source.fails(RenewalTest::unreachable);
    callFor(Duration.ofSeconds(100));
    assertThat(log.warnings()).hasSize(2);
  }

  @Test
  void looking_at_the_settings_during_a_cooldown_is_not_warned_of() {
    source.fails(() -> new TokenUnavailableException("busy", Duration.ofMinutes(1)));

    callFor(Duration.ofSeconds(30));

    assertThat(source.prepared()).as("first token, renewal, 29 looks").isEqualTo(31);
    assertThat(log.warnings()).hasSize(1);
  }

  @Test
  void a_failing_renewal_is_tried_after_growing_pauses() {
    source.fails(RenewalTest::unreachable);
    List<Integer> attempts = new ArrayList<>();

    for (int second = 0; second < 250; second++) {
      int sent = source.sent();
      callFor(SECOND);
      if (source.sent() > sent) {
        attempts.add(second);
      }
    }

    assertThat(attempts)
        .filteredOn(second -> second > 29)
        .containsExactly(30, 32, 36, 44, 60, 92, 152, 212);
  }

  @Test
  void no_task_is_queued_when_a_renewal_would_be_pointless() {
    source.fails(RenewalTest::unreachable);
    callFor(SECOND);
    callFor(Duration.ZERO);

    clock.advance(SECOND.minusNanos(1));
    tokens.token();

    assertThat(renewals.queued()).isZero();
  }

  @Test
  void a_changed_setting_ends_the_cooldown_of_a_renewal() {
    source.fails(() -> new TokenUnavailableException("busy", Duration.ofMinutes(1)));
    callFor(SECOND);
    source.recovers();
    source.settingsBecome("corrected");

    callFor(SECOND);

    assertThat(tokens.token().value()).isEqualTo("token-3");
  }

  @Test
  void renewals_go_on_after_thousands_of_failures() {
    source.lifetime(Duration.ofDays(30));
    source.margins(Duration.ofSeconds(30), Duration.ofDays(15));
    callFor(SECOND);
    clock.advance(Duration.ofDays(15));
    source.fails(RenewalTest::unreachable);
    for (int attempt = 0; attempt < 10_000; attempt++) {
      callFor(SECOND);
      clock.advance(Duration.ofSeconds(59));
    }
    assertThat(source.sent()).isEqualTo(2 + 10_000);

    source.recovers();
    callFor(SECOND);

    assertThat(tokens.token().value()).isEqualTo("token-10003");
  }

  @Test
  void a_fault_in_the_source_is_logged_like_any_other_failure() {
    source.fails(() -> new IllegalStateException("a fault of ours"));

    callFor(Duration.ofSeconds(20));

    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains("java.lang.IllegalStateException");
    assertThat(tokens.token().value()).isEqualTo("token-1");
  }

  @Test
  void a_renewal_without_a_thread_is_tried_after_a_cooldown() {
    renewals.rejects();
    tokens.token();
    assertThat(renewals.queued()).isZero();

    renewals.keeps();
    clock.advance(SECOND);
    tokens.token();

    assertThat(renewals.queued()).isEqualTo(1);
  }

  @Test
  void settings_gone_bad_are_logged_once_and_fail_no_call_while_the_token_lasts() {
    source.settingsBreak("client-id is missing");

    callFor(Duration.ofSeconds(SECONDS_LEFT));

    assertThat(log.warnings()).singleElement().asString().contains("client-id is missing");
    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void settings_gone_bad_fail_calls_when_the_token_has_ended_and_heal_at_once() {
    source.settingsBreak("client-id is missing");
    callFor(Duration.ofSeconds(SECONDS_LEFT));

    renewals.runsAtOnce();
    assertThatThrownBy(tokens::token).hasMessage("client-id is missing");
    assertThatThrownBy(tokens::token).hasMessage("client-id is missing");

    source.settingsAreRepaired();
    assertThat(tokens.token().value()).isEqualTo("token-2");
  }

  @Test
  void settings_gone_bad_are_read_once_a_second_and_heal_within_it() {
    source.settingsBreak("client-id is missing");
    for (int tenths = 0; tenths < 1000; tenths++) {
      tokens.token();
      renewals.runAll();
      clock.advance(Duration.ofMillis(100));
    }
    assertThat(source.prepared()).as("for the first token, then each second").isEqualTo(1 + 100);

    source.settingsAreRepaired();
    callFor(SECOND);

    assertThat(tokens.token().value()).isEqualTo("token-2");
  }

  /** Lets time pass with a call and a renewal, if one is wanted, in each second. */
  private void callFor(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    Duration step = time.dividedBy(seconds);
    for (long second = 0; second < seconds; second++) {
      tokens.token();
      renewals.runAll();
      clock.advance(step);
    }
  }

  private static TokenException unreachable() {
    return new TokenUnavailableException("connection refused", null);
  }
}
