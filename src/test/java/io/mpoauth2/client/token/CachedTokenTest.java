package io.mpoauth2.client.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachedTokenTest {
  private static final AccessToken TOKEN =
      new AccessToken("token", "Bearer", Instant.EPOCH, Set.of());
  private static final long STALE_AFTER = 700;
  private static final long EXPIRED_AFTER = 970;

  @ParameterizedTest
  @ValueSource(longs = {0, -500, Long.MAX_VALUE, Long.MAX_VALUE - 700, Long.MIN_VALUE})
  void intervals_are_half_open_wherever_the_clock_stands(long stored) {
    CachedToken cached =
        new CachedToken(TOKEN, stored + STALE_AFTER, stored + EXPIRED_AFTER, stored, Duration.ZERO);

    assertThat(cached.isFresh(stored)).isTrue();
    assertThat(cached.isFresh(stored + STALE_AFTER - 1)).isTrue();
    assertThat(cached.isFresh(stored + STALE_AFTER)).isFalse();
    assertThat(cached.isUsable(stored + EXPIRED_AFTER - 1)).isTrue();
    assertThat(cached.isUsable(stored + EXPIRED_AFTER)).isFalse();
    assertThat(cached.isUsable(stored + EXPIRED_AFTER + 1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -500, Long.MAX_VALUE, Long.MIN_VALUE})
  void a_span_ends_at_its_end_wherever_the_clock_stands(long stored) {
    CachedToken replacement = replacement(stored, Duration.ofNanos(100));

    assertThat(replacement.isWithinSpan(stored)).isTrue();
    assertThat(replacement.isWithinSpan(stored + 99)).isTrue();
    assertThat(replacement.isWithinSpan(stored + 100)).isFalse();
  }

  @Test
  void a_token_that_is_no_replacement_has_no_span() {
    assertThat(replacement(0, Duration.ZERO).isWithinSpan(0)).isFalse();
  }

  @Test
  void being_refused_within_the_span_doubles_the_successors() {
    CachedToken replacement = replacement(0, Duration.ofSeconds(4));
    assertThat(replacement.successorsSpan()).isEqualTo(Duration.ofSeconds(1));

    replacement.refusedWithinSpan();

    assertThat(replacement.successorsSpan()).isEqualTo(Duration.ofSeconds(8));
  }

  private static CachedToken replacement(long stored, Duration span) {
    return new CachedToken(TOKEN, stored + STALE_AFTER, stored + EXPIRED_AFTER, stored, span);
  }
}
