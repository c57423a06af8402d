package io.mpoauth2.client.endpoint.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Deadline SOON = new Deadline(5);
  private static final Deadline LATER = new Deadline(7);

  @Test
  void the_earlier_one_counts() {
    assertThat(SOON.orEarlier(LATER)).isEqualTo(SOON);
    assertThat(LATER.orEarlier(SOON)).isEqualTo(SOON);
  }

  /** As System.nanoTime() may, in the middle of a request. */
  @Test
  void the_count_may_overflow() {
    Deadline before = new Deadline(Long.MAX_VALUE);
    Deadline behind = new Deadline(Long.MIN_VALUE);

    assertThat(behind.orEarlier(before)).isEqualTo(before);
  }

  @Test
  void it_is_over_when_its_time_has_come() {
    assertThat(Deadline.in(Duration.ofMinutes(1)).isOver()).isFalse();
    assertThat(Deadline.in(Duration.ZERO).isOver()).isTrue();
  }

  @Test
  void what_is_left_is_told_in_milliseconds_and_never_as_zero() {
    assertThat(Deadline.in(Duration.ofHours(1)).millis()).isBetween(3_000_000, 3_600_000);
    assertThat(Deadline.in(Duration.ofMinutes(-1)).millis()).isEqualTo(1);
    assertThat(Deadline.in(Duration.ofDays(100)).millis()).isEqualTo(Integer.MAX_VALUE);
  }
}
