package io.mpoauth2.client.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ScriptedSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final RefreshPolicy policy = new RefreshPolicy(() -> 0);

  @ParameterizedTest
  @ValueSource(longs = {0, -500, Long.MAX_VALUE, Long.MAX_VALUE - 999_999_999, Long.MIN_VALUE})
  void a_cooldown_ends_at_its_end_wherever_the_clock_stands(long failedAt) {
    Outage outage = after(null, failedAt);

    assertThat(outage.isCoolingDown(failedAt)).isTrue();
    assertThat(outage.isCoolingDown(failedAt + SECOND - 1)).isTrue();
    assertThat(outage.isCoolingDown(failedAt + SECOND)).isFalse();
  }

  @Test
  void settings_are_looked_at_a_second_after_the_failure_and_a_second_after_that() {
    Outage outage = after(null, 0);

    assertThat(outage.changed(source, SECOND - 1)).isNull();
    assertThat(source.prepared()).isEqualTo(1);
    assertThat(outage.changed(source, SECOND)).isNull();
    assertThat(source.prepared()).isEqualTo(2);
    assertThat(outage.changed(source, 2 * SECOND - 1)).isNull();
    assertThat(source.prepared()).isEqualTo(2);
  }

  @Test
  void a_look_is_due_when_settings_may_be_read_again() {
    Outage outage = after(null, 0);

    assertThat(outage.isLookDue(SECOND - 1)).isFalse();
    assertThat(outage.isLookDue(SECOND)).isTrue();
    assertThat(outage.changed(source, SECOND)).isNull();
    assertThat(outage.isLookDue(SECOND)).isFalse();
  }

  @Test
  void changed_settings_give_the_request_to_send() {
    Outage outage = after(null, 0);
    source.settingsBecome("corrected");

    assertThat(outage.changed(source, SECOND)).isEqualTo(source.prepare());
  }

  @Test
  void settings_changed_back_and_forth_between_looks_are_unchanged() {
    Outage outage = after(null, 0);
    source.settingsBecome("tried");
    source.settingsBecome("as deployed");

    assertThat(outage.changed(source, SECOND)).isNull();
  }

  @Test
  void the_next_attempt_is_told_in_wall_clock_time() {
    Outage outage = after(null, 0);

    assertThat(outage.nextAttempt()).isEqualTo(clock.instant().plusSeconds(1));
    assertThat(outage.refusal().nextAttempt()).contains(outage.nextAttempt());
  }

  @Test
  void failures_are_counted_from_the_first() {
    Outage first = after(null, 0);
    Outage second = after(first, SECOND);

    assertThat(first.failures()).isEqualTo(1);
    assertThat(second.failures()).isEqualTo(2);
  }

  private Outage after(@Nullable Outage before, long now) {
    TokenException reason = new TokenUnavailableException("slow", null);
    return new Outage(before, reason, source.prepare(), policy, now, clock.instant());
  }
}
