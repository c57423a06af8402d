package io.mpoauth2.client.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallSettingsTest {
  private final Origin api = Objects.requireNonNull(Origin.of(URI.create("https://api.example")));

  @Test
  void what_is_not_set_is_the_default() {
    assertThat(CallSettings.DEFAULTS.retryUnauthorized()).isTrue();
    assertThat(CallSettings.DEFAULTS.replayBuffer()).isEqualTo(1024 * 1024);
    assertThat(CallSettings.DEFAULTS.allowedOrigins()).isEmpty();
    assertThat(CallSettings.DEFAULTS.allowHttp()).isFalse();
  }

  @Test
  void each_is_set_by_itself() {
    CallSettings settings =
        CallSettings.DEFAULTS
            .withRetryUnauthorized(false)
            .withReplayBuffer(7)
            .withAllowedOrigins(Set.of(api))
            .withAllowHttp(true);

    assertThat(settings.retryUnauthorized()).isFalse();
    assertThat(settings.replayBuffer()).isEqualTo(7);
    assertThat(settings.allowedOrigins()).containsExactly(api);
    assertThat(settings.allowHttp()).isTrue();
  }

  @Test
  void the_origins_are_those_of_the_moment() {
    Set<Origin> origins = new HashSet<>(Set.of(api));

    CallSettings settings = CallSettings.DEFAULTS.withAllowedOrigins(origins);
    origins.clear();

    assertThat(settings.allowedOrigins()).containsExactly(api);
  }

  @Test
  void they_are_equal_when_each_of_them_is() {
    CallSettings without = CallSettings.DEFAULTS.withRetryUnauthorized(false);

    assertThat(without)
        .isEqualTo(CallSettings.DEFAULTS.withRetryUnauthorized(false))
        .hasSameHashCodeAs(CallSettings.DEFAULTS.withRetryUnauthorized(false))
        .isNotEqualTo(CallSettings.DEFAULTS)
        .hasToString(
            "CallSettings[retryUnauthorized=false, replayBuffer=1048576, allowedOrigins=[],"
                + " allowHttp=false]");
  }
}
