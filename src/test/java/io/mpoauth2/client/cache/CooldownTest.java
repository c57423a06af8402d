package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import io.mpoauth2.client.token.watch.ClientWatch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CooldownTest {
  private static final Duration NANOSECOND = Duration.ofNanos(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final CachedTokenProvider tokens = provider(new RefreshPolicy(() -> 0));

  @Test
  void a_hundred_calls_to_a_dead_source_send_once_and_fail_a_hundred_times() {
    source.fails(CooldownTest::unreachable);

    List<TokenException> failures = new ArrayList<>();
    for (int call = 0; call < 100; call++) {
      failures.add(failure());
    }

    assertThat(source.sent()).isEqualTo(1);
    assertThat(failures).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void the_sources_own_failure_is_the_cause_of_each_callers() {
    TokenException original = unreachable();
    source.fails(() -> original);

    assertThatThrownBy(tokens::token).hasMessage("connection refused").hasCause(original);
    assertThat(original.failures()).isEqualTo(1);
    assertThat(original.nextAttempt()).isEmpty();
  }

  @Test
  void a_failure_during_the_cooldown_names_reason_count_and_time_of_the_next_attempt() {
    TokenException original = unreachable();
    source.fails(() -> original);
    fails(tokens);

    TokenException during = failure();

    assertThat(during)
        .isInstanceOf(TokenUnavailableException.class)
        .hasCause(original)
        .hasMessage(
            "connection refused (failed once; next attempt not before 2026-01-01T00:00:01Z)");
    assertThat(during.failures()).isEqualTo(1);
    assertThat(during.nextAttempt()).contains(clock.instant().plus(SECOND));
  }

  @Test
  void failures_in_a_row_are_counted() {
    source.fails(CooldownTest::unreachable);
    fails(tokens);
    clock.advance(SECOND);
    fails(tokens);
    clock.advance(SECOND);
    fails(tokens);

    assertThat(failure()).hasMessageContaining("failed 3 times in a row");
    assertThat(failure().failures()).isEqualTo(3);
  }

  @Test
  void a_refusal_stays_a_refusal_during_the_cooldown() {
    source.fails(
        () ->
            TokenRefusedException.builder(401)
                .error("invalid_client")
                .errorDescription("who?")
                .errorUri("urn:help")
                .build("no"));
    fails(tokens);

    TokenRefusedException during = catchThrowableOfType(TokenRefusedException.class, tokens::token);

    assertThat(during.status()).isEqualTo(401);
    assertThat(during.error()).isEqualTo("invalid_client");
    assertThat(during.errorDescription()).isEqualTo("who?");
    assertThat(during.errorUri()).isEqualTo("urn:help");
  }

  @Test
  void nothing_is_sent_until_the_cooldown_is_over() {
    source.fails(CooldownTest::unreachable);
    fails(tokens);

    assertSecondRequestAfter(SECOND, tokens);
  }

  @Test
  void up_to_half_of_the_pause_is_added() {
    CachedTokenProvider jittery = provider(new RefreshPolicy(() -> 0.5));
    source.fails(CooldownTest::unreachable);
    fails(jittery);

    assertSecondRequestAfter(Duration.ofMillis(1250), jittery);
  }

  @Test
  void pauses_are_a_second_for_half_a_minute_then_double_up_to_a_minute() {
    source.fails(CooldownTest::unreachable);
    List<Integer> attempts = new ArrayList<>();

    for (int second = 0; second <= 280; second++) {
      int sent = source.sent();
      fails(tokens);
      if (source.sent() > sent) {
        attempts.add(second);
      }
      clock.advance(SECOND);
    }

    assertThat(attempts).startsWith(0, 1, 2, 3).contains(29, 30);
    assertThat(attempts)
        .filteredOn(second -> second > 29)
        .containsExactly(30, 32, 36, 44, 60, 92, 152, 212, 272);
  }

  @Test
  void retry_after_lengthens_the_cooldown() {
    source.fails(() -> new TokenUnavailableException("busy", Duration.ofSeconds(20)));
    fails(tokens);

    clock.advance(Duration.ofSeconds(20).minus(NANOSECOND));
    assertThat(failure().retryAfter()).contains(Duration.ofSeconds(20));
    assertThat(source.sent()).isEqualTo(1);

    clock.advance(NANOSECOND);
    fails(tokens);
    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void retry_after_lengthens_the_cooldown_to_a_minute_at_most() {
    source.fails(() -> new TokenUnavailableException("closed", Duration.ofDays(365_000)));
    fails(tokens);

    assertSecondRequestAfter(Duration.ofSeconds(60), tokens);
  }

  @Test
  void a_wall_clock_that_jumps_changes_no_cooldown() {
    source.fails(CooldownTest::unreachable);
    fails(tokens);

    clock.jumpWallClock(Duration.ofDays(1));
    fails(tokens);
    assertThat(source.sent()).isEqualTo(1);

    clock.jumpWallClock(Duration.ofDays(-2));
    clock.advance(SECOND);
    fails(tokens);
    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void a_source_that_recovers_is_used_when_the_cooldown_is_over() {
    source.fails(CooldownTest::unreachable);
    fails(tokens);
    source.recovers();

    assertThatThrownBy(tokens::token).isInstanceOf(TokenUnavailableException.class);
    clock.advance(SECOND);

    assertThat(tokens.token().value()).isEqualTo("token-2");
  }

  @Test
  void a_success_ends_the_outage() {
    source.fails(CooldownTest::unreachable);
    for (int second = 0; second < 100; second++) {
      fails(tokens);
      clock.advance(SECOND);
    }
    source.recovers();
    clock.advance(Duration.ofSeconds(60));
    AccessToken token = tokens.token();

    source.fails(CooldownTest::unreachable);
    assertThatThrownBy(() -> tokens.replace(token)).hasMessage("connection refused");
    TokenException during = catchThrowableOfType(TokenException.class, () -> tokens.replace(token));

    assertThat(during.failures()).isEqualTo(1);
    assertThat(during.nextAttempt()).contains(clock.instant().plus(SECOND));
  }

  @Test
  void a_million_failures_overflow_nothing() {
    TokenException always = unreachable();
    source.fails(() -> always);
    for (int attempt = 0; attempt < 1_000_000; attempt++) {
      fails(tokens);
      clock.advance(Duration.ofSeconds(60));
    }
    assertThat(source.sent()).isEqualTo(1_000_000);

    fails(tokens);
    assertThat(failure().failures()).isEqualTo(1_000_001);
    source.recovers();
    clock.advance(Duration.ofSeconds(60));

    assertThat(tokens.token().value()).isEqualTo("token-1000002");
  }

  @Test
  void a_fault_in_the_source_cools_down_like_any_other_failure_and_is_told_without_its_words() {
    source.fails(() -> new IllegalStateException("what is this: t0k3n"));

    assertThatThrownBy(tokens::token)
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageStartingWith("OAuth2 client 'signicat': ")
        .hasMessageContaining("java.lang.IllegalStateException at " + getClass().getName())
        .hasMessageNotContaining("t0k3n");
    assertThatThrownBy(tokens::token)
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageContaining("java.lang.IllegalStateException");
    assertThat(source.sent()).isEqualTo(1);
  }

  /** As Kotlin, or Lombok's SneakyThrows, let it come. */
  @Test
  void an_exception_that_is_not_declared_cools_down_as_well() {
    source.throwsUndeclared(new IOException("what is this: t0k3n"));

    for (int call = 0; call < 100; call++) {
      assertThatThrownBy(tokens::token)
          .isInstanceOf(TokenUnavailableException.class)
          .hasMessageContaining("java.io.IOException")
          .hasMessageNotContaining("t0k3n");
    }
    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void a_source_that_gives_no_token_cools_down_as_well() {
    source.handsOutNothing();

    assertThatThrownBy(tokens::token).isInstanceOf(TokenUnavailableException.class);
    assertThatThrownBy(tokens::token).isInstanceOf(TokenUnavailableException.class);
    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void no_replacement_is_asked_for_during_a_cooldown_and_the_old_token_stays() {
    AccessToken token = tokens.token();
    source.fails(CooldownTest::unreachable);

    for (int call = 0; call < 100; call++) {
      assertThatThrownBy(() -> tokens.replace(token)).isInstanceOf(TokenUnavailableException.class);
    }

    assertThat(source.sent()).isEqualTo(2);
    assertThat(tokens.token()).isSameAs(token);
  }

  private CachedTokenProvider provider(RefreshPolicy policy) {
    return new CachedTokenProvider(
        source,
        policy,
        clock::nanoTime,
        clock,
        new ManualThreads().threads(),
        ClientWatch.unwatched("signicat"));
  }

  private void fails(CachedTokenProvider provider) {
    assertThatThrownBy(provider::token).isInstanceOf(TokenException.class);
  }

  private TokenException failure() {
    return catchThrowableOfType(TokenException.class, tokens::token);
  }

  private static TokenException unreachable() {
    return new TokenUnavailableException("connection refused", null);
  }

  /** Not a nanosecond earlier. */
  private void assertSecondRequestAfter(Duration cooldown, CachedTokenProvider provider) {
    clock.advance(cooldown.minus(NANOSECOND));
    fails(provider);
    assertThat(source.sent()).isEqualTo(1);

    clock.advance(NANOSECOND);
    fails(provider);
    assertThat(source.sent()).isEqualTo(2);
  }
}
