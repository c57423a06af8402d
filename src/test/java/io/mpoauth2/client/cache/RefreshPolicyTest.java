package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.IssuedToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshPolicyTest {
  private static final double ALMOST_ONE = Math.nextDown(1.0);

  private final RefreshPolicy leastJitter = new RefreshPolicy(() -> 0);
  private final RefreshPolicy mostJitter = new RefreshPolicy(() -> ALMOST_ONE);

  @ParameterizedTest
  @CsvSource({
    "PT1000S, PT30S,     PT970S",
    "PT300S,  PT30S,     PT270S",
    "PT300S,  PT29.999S, PT270.001S",
    "PT300S,  PT30.001S, PT270S",
    "PT5S,    PT10S,     PT4.5S",
    "PT1S,    PT30S,     PT0.9S",
    "PT1000S, PT0S,      PT1000S",
  })
  void the_expiry_margin_is_at_most_a_tenth_of_the_lifetime(
      Duration lifetime, Duration margin, Duration usable) {
    IssuedToken issued = issued(lifetime, margin, Duration.ZERO);

    assertThat(leastJitter.usableFor(issued)).isEqualTo(usable);
  }

  @ParameterizedTest
  @CsvSource({
    "PT1000S, PT300S,   PT700S",
    "PT600S,  PT300S,   PT300S",
    "PT600S,  PT299.9S, PT300.1S",
    "PT600S,  PT300.1S, PT300S",
    "PT5S,    PT300S,   PT2.5S",
  })
  void the_refresh_margin_is_at_most_half_of_the_lifetime(
      Duration lifetime, Duration margin, Duration fresh) {
    IssuedToken issued = issued(lifetime, Duration.ZERO, margin);

    assertThat(leastJitter.freshFor(issued)).isEqualTo(fresh);
  }

  @Test
  void jitter_leaves_out_up_to_a_fifth_of_the_refresh_margin() {
    IssuedToken issued = issued(Duration.ofSeconds(1000), Duration.ZERO, Duration.ofSeconds(300));

    assertThat(leastJitter.freshFor(issued)).isEqualTo(Duration.ofSeconds(700));
    assertThat(new RefreshPolicy(() -> 0.5).freshFor(issued)).isEqualTo(Duration.ofSeconds(730));
    assertThat(mostJitter.freshFor(issued))
        .isBetween(Duration.ofMillis(759_999), Duration.ofSeconds(760));
  }

  @Test
  void a_token_is_not_fresh_for_longer_than_it_is_usable() {
    IssuedToken issued =
        issued(Duration.ofSeconds(1000), Duration.ofSeconds(50), Duration.ofSeconds(40));

    assertThat(leastJitter.freshFor(issued)).isEqualTo(Duration.ofSeconds(950));
    assertThat(leastJitter.usableFor(issued)).isEqualTo(Duration.ofSeconds(950));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,            PT0S,  PT1S",
    "PT1S,            PT1S,  PT1S",
    "PT29.999999999S, PT1S,  PT1S",
    "PT30S,           PT1S,  PT2S",
    "PT30.000000001S, PT2S,  PT4S",
    "PT60S,           PT16S, PT32S",
    "PT92S,           PT32S, PT60S",
    "P365D,           PT60S, PT60S",
  })
  void the_pause_is_a_second_for_half_a_minute_then_doubles_up_to_a_minute(
      Duration outage, Duration last, Duration next) {
    assertThat(leastJitter.pauseAfter(outage, last)).isEqualTo(next);
  }

  @Test
  void a_cooldown_is_the_pause_and_up_to_half_of_it() {
    Duration pause = Duration.ofSeconds(2);

    assertThat(leastJitter.untilNextAttempt(pause, Duration.ZERO)).isEqualTo(pause);
    assertThat(new RefreshPolicy(() -> 0.5).untilNextAttempt(pause, Duration.ZERO))
        .isEqualTo(Duration.ofMillis(2500));
    assertThat(mostJitter.untilNextAttempt(pause, Duration.ZERO))
        .isBetween(Duration.ofMillis(2999), Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @CsvSource({
    "PT2S,  PT1S,           PT2S",
    "PT2S,  PT2.000000001S, PT2.000000001S",
    "PT2S,  PT60S,          PT60S",
    "PT2S,  PT1H,           PT60S",
    "PT60S, PT1S,           PT60S",
  })
  void the_server_can_lengthen_a_cooldown_up_to_a_minute(
      Duration pause, Duration retryAfter, Duration cooldown) {
    assertThat(leastJitter.untilNextAttempt(pause, retryAfter)).isEqualTo(cooldown);
  }

  @Test
  void jitter_does_not_lengthen_a_cooldown_beyond_a_minute() {
    assertThat(mostJitter.untilNextAttempt(Duration.ofSeconds(60), Duration.ZERO))
        .isEqualTo(Duration.ofSeconds(60));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,  false, PT1S",
    "PT1S,  true,  PT2S",
    "PT32S, true,  PT60S",
    "PT60S, true,  PT60S",
    "PT60S, false, PT1S",
  })
  void a_span_doubles_up_to_a_minute_if_its_predecessor_was_refused_within_it(
      Duration span, boolean refusedWithinSpan, Duration next) {
    assertThat(RefreshPolicy.spanAfter(span, refusedWithinSpan)).isEqualTo(next);
  }

  private static IssuedToken issued(
      Duration lifetime, Duration expiryMargin, Duration refreshMargin) {
    AccessToken token = new AccessToken("token", "Bearer", Instant.EPOCH, Set.of());
    return IssuedToken.of(token, lifetime)
        .withExpiryMargin(expiryMargin)
        .withRefreshMargin(refreshMargin);
  }
}
