package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationTest {
  private static final AccessToken TOKEN =
      new AccessToken("token", "Bearer", Instant.EPOCH, Set.of());
  private static final long STALE_AFTER = 700;
  private static final long EXPIRED_AFTER = 970;

  @ParameterizedTest
  @ValueSource(longs = {0, -500, Long.MAX_VALUE, Long.MAX_VALUE - 700, Long.MIN_VALUE})
  void intervals_are_half_open_wherever_the_clock_stands(long stored) {
    Generation cached =
        new Generation(TOKEN, stored + STALE_AFTER, stored + EXPIRED_AFTER, stored, Duration.ZERO);

    assertThat(RefreshPolicy.freshness(cached, stored) == Freshness.FRESH).isTrue();
    assertThat(RefreshPolicy.freshness(cached, stored + STALE_AFTER - 1) == Freshness.FRESH)
        .isTrue();
    assertThat(RefreshPolicy.freshness(cached, stored + STALE_AFTER) == Freshness.FRESH).isFalse();
    assertThat(RefreshPolicy.freshness(cached, stored + EXPIRED_AFTER - 1) != Freshness.EXPIRED)
        .isTrue();
    assertThat(RefreshPolicy.freshness(cached, stored + EXPIRED_AFTER) != Freshness.EXPIRED)
        .isFalse();
    assertThat(RefreshPolicy.freshness(cached, stored + EXPIRED_AFTER + 1) != Freshness.EXPIRED)
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -500, Long.MAX_VALUE, Long.MIN_VALUE})
  void a_span_ends_at_its_end_wherever_the_clock_stands(long stored) {
    Generation replacement = replacement(stored, Duration.ofNanos(100));

    assertThat(RefreshPolicy.isWithinSpan(replacement, stored)).isTrue();
    assertThat(RefreshPolicy.isWithinSpan(replacement, stored + 99)).isTrue();
    assertThat(RefreshPolicy.isWithinSpan(replacement, stored + 100)).isFalse();
  }

  @Test
  void a_token_that_is_no_replacement_has_no_span() {
    assertThat(RefreshPolicy.isWithinSpan(replacement(0, Duration.ZERO), 0)).isFalse();
  }

  @Test
  void being_refused_within_the_span_doubles_the_successors() {
    Generation replacement = replacement(0, Duration.ofSeconds(4));
    assertThat(replacement.successorsSpan()).isEqualTo(Duration.ofSeconds(1));

    replacement.refuseWithinSpan();

    assertThat(replacement.successorsSpan()).isEqualTo(Duration.ofSeconds(8));
  }

  private static Generation replacement(long stored, Duration span) {
    return new Generation(TOKEN, stored + STALE_AFTER, stored + EXPIRED_AFTER, stored, span);
  }
}
