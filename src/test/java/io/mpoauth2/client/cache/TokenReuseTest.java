package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenReuseTest {
  private static final Duration NANOSECOND = Duration.ofNanos(1);
  private static final Duration STALE = Duration.ofSeconds(700);
  private static final Duration EXPIRED = Duration.ofSeconds(970);

  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualThreads renewals = new ManualThreads();
  private final CachedTokenProvider tokens = source.cachedWith(renewals);

  @Test
  void nothing_is_asked_before_the_first_call() {
    assertThat(source.prepared()).isZero();
    assertThat(source.sent()).isZero();
  }

  @Test
  void a_provider_says_whose_tokens_it_has() {
    assertThat(tokens.watch().log().client()).isEqualTo("signicat");
    assertThat(tokens).hasToString("CachedTokenProvider[signicat]");
  }

  @Test
  void a_cached_token_comes_back_without_reading_settings_or_sending() {
    AccessToken first = tokens.token();

    AccessToken second = tokens.token();

    assertThat(second).isSameAs(first);
    assertThat(source.prepared()).isEqualTo(1);
    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void a_fresh_token_is_not_renewed_a_nanosecond_before_it_is_stale() {
    AccessToken first = tokens.token();
    clock.advance(STALE.minus(NANOSECOND));

    assertThat(tokens.token()).isSameAs(first);
    assertThat(renewals.queued()).isZero();
  }

  @Test
  void a_stale_token_is_used_and_renewed() {
    AccessToken first = tokens.token();
    clock.advance(STALE);
    renewals.keeps();

    assertThat(tokens.token()).isSameAs(first);
    assertThat(renewals.queued()).isEqualTo(1);
  }

  @Test
  void a_stale_token_is_used_until_a_nanosecond_before_it_is_expired() {
    AccessToken first = tokens.token();
    clock.advance(EXPIRED.minus(NANOSECOND));
    renewals.keeps();

    assertThat(tokens.token()).isSameAs(first);
    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void an_expired_token_is_not_used() {
    tokens.token();
    clock.advance(EXPIRED);

    assertThat(tokens.token().value()).isEqualTo("token-2");
    assertThat(renewals.queued()).isZero();
  }

  @Test
  void margins_longer_than_the_lifetime_do_not_cause_a_request_per_call() {
    source.lifetime(Duration.ofSeconds(5));
    source.margins(Duration.ofSeconds(10), Duration.ofSeconds(300));

    for (int call = 0; call < 100; call++) {
      tokens.token();
      renewals.runAll();
    }

    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void the_lifetime_counts_from_before_the_request_was_sent() {
    source.takes(Duration.ofSeconds(7));
    AccessToken first = tokens.token();

    clock.advance(EXPIRED.minusSeconds(7).minus(NANOSECOND));
    assertThat(tokens.token()).isSameAs(first);

    clock.advance(NANOSECOND);
    assertThat(tokens.token().value()).isEqualTo("token-2");
  }

  @Test
  void an_answer_that_took_longer_than_its_token_lives_is_used_once() {
    source.lifetime(Duration.ofSeconds(1));
    source.takes(Duration.ofSeconds(2));

    assertThat(tokens.token().value()).isEqualTo("token-1");
    assertThat(tokens.token().value()).isEqualTo("token-2");
    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void a_wall_clock_that_jumps_ahead_ends_no_token() {
    AccessToken first = tokens.token();

    clock.jumpWallClock(Duration.ofDays(400));

    assertThat(tokens.token()).isSameAs(first);
    assertThat(renewals.queued()).isZero();
  }

  @Test
  void a_wall_clock_that_is_set_back_keeps_no_token_alive() {
    tokens.token();

    clock.jumpWallClock(Duration.ofDays(-400));
    clock.advance(EXPIRED);

    assertThat(tokens.token().value()).isEqualTo("token-2");
  }

  @Test
  void a_token_of_ten_years_is_kept() {
    source.lifetime(Duration.ofDays(3650));
    AccessToken first = tokens.token();

    clock.advance(Duration.ofDays(3649));

    assertThat(tokens.token()).isSameAs(first);
  }
}
