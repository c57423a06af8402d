package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChangedSettingsTest {
  private static final Duration NANOSECOND = Duration.ofNanos(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualThreads threads = new ManualThreads();
  private final CachedTokenProvider tokens = source.cachedWith(threads);

  /** A cooldown of a minute, because the server asked for it. */
  @Nested
  class DuringACooldown {
    @BeforeEach
    void the_request_failed() {
      source.fails(() -> new TokenUnavailableException("busy", Duration.ofMinutes(1)));
      fails();
    }

    @Test
    void settings_are_read_at_most_once_a_second() {
      for (int tenths = 0; tenths < 100; tenths++) {
        fails();
        clock.advance(Duration.ofMillis(100));
      }

      assertThat(source.prepared()).as("for the request, then at 1 s to 9 s").isEqualTo(1 + 9);
      assertThat(source.sent()).isEqualTo(1);
    }

    @Test
    void a_changed_setting_ends_it_after_a_second() {
      source.recovers();
      source.settingsBecome("corrected");

      clock.advance(SECOND.minus(NANOSECOND));
      fails();
      clock.advance(NANOSECOND);

      assertThat(tokens.token().value()).isEqualTo("token-2");
    }

    @Test
    void a_changed_setting_that_fails_too_starts_another_one() {
      source.settingsBecome("changed for the worse");
      clock.advance(SECOND);
      assertThatThrownBy(tokens::token).hasMessage("busy");

      clock.advance(SECOND);

      assertThatThrownBy(tokens::token).hasMessageContaining("failed 2 times in a row");
      assertThat(source.sent()).isEqualTo(2);
    }

    @Test
    void unusable_settings_are_told_to_the_caller_who_read_them() {
      source.settingsBreak("client-id is missing");
      clock.advance(SECOND);

      assertThatThrownBy(tokens::token).hasMessage("client-id is missing");
      assertThatThrownBy(tokens::token).hasMessageStartingWith("busy");
    }
  }

  @Test
  void a_token_got_with_older_settings_serves_until_it_ends() {
    AccessToken token = tokens.token();
    source.settingsBecome("another secret");
    threads.keeps();
    clock.advance(Duration.ofSeconds(969));

    assertThat(tokens.token()).isSameAs(token);
    assertThat(source.prepared()).isEqualTo(1);
  }

  @Test
  void unusable_settings_reach_the_caller_as_they_are() {
    source.settingsBreak("client-id is missing");

    assertThatThrownBy(tokens::token).hasMessage("client-id is missing");
    assertThat(source.sent()).isZero();
  }

  @Test
  void unusable_settings_start_no_cooldown() {
    source.settingsBreak("client-id is missing");
    assertThatThrownBy(tokens::token).hasMessage("client-id is missing");
    assertThatThrownBy(tokens::token).hasMessage("client-id is missing");

    source.settingsAreRepaired();

    assertThat(tokens.token().value()).isEqualTo("token-1");
  }

  @Test
  void unusable_settings_reach_the_caller_whose_token_was_refused() {
    AccessToken token = tokens.token();
    source.settingsBreak("client-id is missing");

    assertThatThrownBy(() -> tokens.replace(token)).hasMessage("client-id is missing");
    assertThat(tokens.token()).isSameAs(token);

    source.settingsAreRepaired();
    assertThat(tokens.replace(token).value()).isEqualTo("token-2");
  }

  private void fails() {
    assertThatThrownBy(tokens::token).isInstanceOf(TokenUnavailableException.class);
  }
}
