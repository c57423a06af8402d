package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RenewalFaultTest {
  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualThreads renewals = new ManualThreads();

  private CachedTokenProvider provider() {
    return source.cachedWith(renewals);
  }

  @Test
  void without_memory_for_a_thread_a_usable_token_is_served() {
    CachedTokenProvider tokens = provider();
    AccessToken old = tokens.token();
    renewals.flightsGoTo(
        task -> {
          throw new OutOfMemoryError("unable to create native thread");
        });
    clock.advance(Duration.ofSeconds(700));

    assertThat(tokens.token()).isSameAs(old);

    renewals.runsAtOnce();
    clock.advance(Duration.ofSeconds(1));
    tokens.token();
    assertThat(tokens.token().value()).isEqualTo("token-2");
  }

  @Test
  void a_flight_that_is_lost_is_over_at_its_deadline() {
    CachedTokenProvider tokens = provider();
    tokens.token();
    clock.advance(Duration.ofSeconds(700));
    renewals.flightsGoTo(task -> {});
    tokens.token();

    renewals.ring();
    renewals.runsAtOnce();
    clock.advance(Duration.ofSeconds(270));

    assertThat(tokens.token().value()).isEqualTo("token-2");
  }

  @Test
  void an_error_in_the_source_costs_one_request_per_cooldown() {
    source.throwsUndeclared(new NoClassDefFoundError("jakarta/json/Json"));
    CachedTokenProvider tokens = provider();

    for (int call = 0; call < 100; call++) {
      assertThat(catchThrowable(tokens::token))
          .isInstanceOf(TokenUnavailableException.class)
          .hasMessageContaining("the request failed: ");
    }

    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void an_error_while_settings_are_read_is_a_failure_with_a_cooldown() {
    source.settingsThrow(new StackOverflowError("s3cret"));
    CachedTokenProvider tokens = provider();

    for (int call = 0; call < 100; call++) {
      assertThat(catchThrowable(tokens::token))
          .isInstanceOf(TokenUnavailableException.class)
          .hasMessageContaining("the settings could not be read: ")
          .hasMessageNotContaining("s3cret");
    }

    assertThat(source.prepared()).isEqualTo(1);
  }

  @Test
  void settings_gone_bad_during_an_outage_are_warned_of() {
    try (CapturedLog log = CapturedLog.start()) {
      CachedTokenProvider tokens = provider();
      tokens.token();
      clock.advance(Duration.ofSeconds(700));
      source.fails(() -> new TokenUnavailableException("connection refused", null));
      for (int second = 0; second < 5; second++) {
        tokens.token();
        renewals.runAll();
        clock.advance(Duration.ofSeconds(1));
      }
      source.settingsBreak("client-id is missing");
      for (int second = 0; second < 5; second++) {
        tokens.token();
        renewals.runAll();
        clock.advance(Duration.ofSeconds(1));
      }
      assertThat(log.warnings()).hasSize(2);
    }
  }

  @Test
  void an_outage_begun_by_a_replacement_is_warned_of_when_the_renewal_fails() {
    try (CapturedLog log = CapturedLog.start()) {
      CachedTokenProvider tokens = provider();
      AccessToken old = tokens.token();
      clock.advance(Duration.ofSeconds(700));
      source.fails(() -> new TokenUnavailableException("connection refused", null));
      assertThat(catchThrowable(() -> tokens.replace(old))).isNotNull();
      for (int second = 0; second < 100; second++) {
        tokens.token();
        renewals.runAll();
        clock.advance(Duration.ofSeconds(1));
      }
      assertThat(log.warnings()).hasSize(1);
    }
  }

  @Test
  void a_lifetime_beyond_the_nanosecond_clock_cools_down_or_is_clamped() {
    source.lifetime(Duration.ofDays(365L * 400));
    CachedTokenProvider tokens = provider();
    for (int call = 0; call < 10; call++) {
      var unused = catchThrowable(tokens::token);
    }
    assertThat(source.sent()).isEqualTo(1);
  }
}
