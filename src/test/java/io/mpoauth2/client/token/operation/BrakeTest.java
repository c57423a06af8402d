package io.mpoauth2.client.token.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrakeTest {
  @Test
  void seconds_are_told_with_a_tenth() {
    assertThat(new Brake(Duration.ofMillis(1_240), Duration.ofMillis(58_760)).inWords())
        .isEqualTo("it is itself a replacement, 1.2 s old, and the next one may come in 58.8 s");
  }

  @Test
  void what_would_be_nothing_is_said_in_words() {
    assertThat(new Brake(Duration.ofMillis(990), Duration.ofMillis(10)).inWords())
        .isEqualTo(
            "it is itself a replacement, less than a second old, and the next one may come in a"
                + " moment");
  }
}
