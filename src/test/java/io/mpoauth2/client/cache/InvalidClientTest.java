package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rule 8: a secret that is replaced while it is being sent costs nobody a cooldown. */
class InvalidClientTest {
  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final CachedTokenProvider tokens = source.cachedWith(new ManualThreads());

  @Test
  void after_invalid_client_changed_settings_are_sent_in_the_same_flight() {
    source.refusesOnce("invalid_client");
    source.afterTheNextReading(() -> source.settingsBecome("rotated"));

    assertThat(tokens.token().value()).isEqualTo("token-2");
  }

  @Test
  void after_invalid_client_the_same_settings_are_not_sent_again() {
    source.refuses("invalid_client");

    assertThatThrownBy(tokens::token).isInstanceOf(TokenRefusedException.class);

    assertThat(source.prepared()).isEqualTo(2);
    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void after_any_other_refusal_settings_are_not_read_again() {
    source.refuses("invalid_scope");

    assertThatThrownBy(tokens::token).isInstanceOf(TokenRefusedException.class);

    assertThat(source.prepared()).isEqualTo(1);
  }

  @Test
  void changed_settings_that_are_refused_too_are_not_sent_a_third_time() {
    source.refuses("invalid_client");
    source.settingsChangeWithEachReading();

    assertThatThrownBy(tokens::token).isInstanceOf(TokenRefusedException.class);

    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void settings_that_cannot_be_used_any_more_leave_the_servers_word_standing() {
    source.refuses("invalid_client");
    source.afterTheNextReading(() -> source.settingsBreak("client-id is missing"));

    assertThatThrownBy(tokens::token).isInstanceOf(TokenRefusedException.class);
  }

  @Test
  void settings_that_cannot_be_read_any_more_leave_the_servers_word_standing() {
    source.refuses("invalid_client");
    source.afterTheNextReading(() -> source.settingsThrow(new IllegalStateException("vault")));

    try (CapturedLog log = CapturedLog.start()) {
      assertThatThrownBy(tokens::token).isInstanceOf(TokenRefusedException.class);

      assertThat(log.everything())
          .contains("settings could not be read again after invalid_client");
    }
  }

  @Test
  void a_flight_that_is_over_meanwhile_sends_nothing_more() {
    source.refuses("invalid_client");
    source.afterTheNextReading(
        () -> {
          source.settingsBecome("rotated");
          source.whileSettingsAreRead(tokens::close);
        });

    assertThatThrownBy(tokens::token)
        .isInstanceOfAny(TokenUnavailableException.class, IllegalStateException.class);

    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void the_second_request_has_what_is_left_of_the_flights_time() {
    source.promises(Duration.ofSeconds(10));
    source.takes(Duration.ofSeconds(4));
    source.refusesOnce("invalid_client");
    source.afterTheNextReading(() -> source.settingsBecome("rotated"));

    tokens.token();

    assertThat(source.left()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void without_any_time_left_nothing_is_sent_again() {
    source.promises(Duration.ofSeconds(10));
    source.takes(Duration.ofSeconds(10));
    source.refuses("invalid_client");
    source.afterTheNextReading(() -> source.settingsBecome("rotated"));

    assertThatThrownBy(tokens::token).isInstanceOf(TokenUnavailableException.class);

    assertThat(source.sent()).isEqualTo(1);
  }
}
