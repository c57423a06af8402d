package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimeSettingsTest {

  @ParameterizedTest
  @CsvSource({"PT0.000000001S, PT1S, PT0S, PT0S", "PT5M, PT0.000000001S, PT30S, PT5M"})
  void lifetimes_are_positive_and_margins_may_be_zero(
      Duration fallback, Duration longest, Duration expiryMargin, Duration refreshMargin) {
    LifetimeSettings settings =
        new LifetimeSettings(fallback, longest, expiryMargin, refreshMargin);

    assertThat(settings.atMostLongest(Duration.ofDays(1))).isEqualTo(longest);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT1S, PT0S, PT0S",
    "PT-1S, PT1S, PT0S, PT0S",
    "PT1S, PT0S, PT0S, PT0S",
    "PT1S, PT-1S, PT0S, PT0S",
    "PT1S, PT1S, PT-0.000000001S, PT0S",
    "PT1S, PT1S, PT0S, PT-0.000000001S"
  })
  void any_other_cannot_be_made(
      Duration fallback, Duration longest, Duration expiryMargin, Duration refreshMargin) {
    assertThatThrownBy(() -> new LifetimeSettings(fallback, longest, expiryMargin, refreshMargin))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
