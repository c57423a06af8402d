package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.testing.Caller;
import io.mpoauth2.client.testing.Gate;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 6: during a cooldown of a minute, somebody looks now and then whether settings changed. */
class LookTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualThreads threads = new ManualThreads();
  private final CachedTokenProvider tokens = source.cachedWith(threads);
  private Instant end = Instant.EPOCH;

  @BeforeEach
  void the_request_failed() {
    source.fails(() -> new TokenUnavailableException("busy", Duration.ofMinutes(1)));
    failure();
    end = clock.instant().plusSeconds(60);
  }

  @Test
  void while_one_caller_looks_all_others_get_the_stored_failure_at_once() {
    clock.advance(SECOND);
    List<TokenException> others = new ArrayList<>();
    source.whileSettingsAreRead(
        () -> {
          for (int call = 0; call < 100; call++) {
            others.add(failure());
          }
        });

    failure();

    assertThat(others).hasSize(100).allMatch(other -> other.failures() == 1);
    assertThat(source.prepared()).isEqualTo(2);
  }

  @Test
  void unchanged_settings_leave_the_cooldown_its_end_and_its_count() {
    clock.advance(SECOND);

    TokenException looked = failure();
    TokenException next = failure();

    assertThat(looked.nextAttempt()).contains(end);
    assertThat(looked.failures()).isEqualTo(1);
    assertThat(next.nextAttempt()).contains(end);
    assertThat(next.failures()).isEqualTo(1);
    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void changed_settings_are_sent_by_the_flight_that_looked() {
    source.recovers();
    source.settingsBecome("corrected");
    clock.advance(SECOND);

    assertThat(tokens.token().value()).isEqualTo("token-2");

    assertThat(source.prepared()).isEqualTo(2);
  }

  @Test
  void a_look_that_takes_until_the_cooldown_is_over_sends() {
    source.recovers();
    clock.advance(Duration.ofSeconds(59));
    source.whileSettingsAreRead(() -> clock.advance(SECOND));

    assertThat(tokens.token().value()).isEqualTo("token-2");
  }

  @Test
  void a_failed_look_is_one_more_failure() {
    clock.advance(SECOND);
    source.settingsThrow(new IllegalStateException("vault"));

    assertThat(failure()).hasMessageContaining("java.lang.IllegalStateException");

    assertThat(failure().failures()).isEqualTo(2);
  }

  @Test
  void a_wall_clock_that_jumps_moves_no_end() {
    clock.jumpWallClock(Duration.ofDays(1));

    assertThat(failure().nextAttempt()).contains(end.plus(Duration.ofDays(1)));
  }

  @Test
  void who_waits_for_a_look_may_leave() throws Exception {
    clock.advance(SECOND);
    threads.startsThreads();
    source.recovers();
    source.settingsBecome("corrected");
    Gate gate = source.holdsItsAnswers();
    Caller leaver = Caller.asks(tokens::token);
    gate.awaitArrival();

    leaver.interrupt();
    assertThat(leaver.failure()).hasMessageContaining("interrupted");
    gate.open();
    threads.awaitEnds();

    assertThat(tokens.token().value()).isEqualTo("token-2");
  }

  private TokenException failure() {
    return catchThrowableOfType(TokenException.class, tokens::token);
  }
}
