package io.mpoauth2.client.telemetry.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.cache.CachedTokenProvider;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.testing.FakeHealthResponses;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.watch.ClientWatch;
import io.mpoauth2.client.token.watch.Listeners;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadinessCheckTest {
  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final TokenHealth health = new TokenHealth(clock);
  private final CachedTokenProvider tokens =
      source.cachedWith(
          new ManualThreads(),
          new ClientWatch(
              new ClientLog("signicat"), Set.of("write", "read"), Listeners.of(List.of(health))));

  private HealthMode mode = HealthMode.READINESS;
  private final ReadinessCheck check =
      new ReadinessCheck(
          health,
          client -> mode,
          key -> {
            var unused = tokens.tokenAsync();
          });

  @BeforeEach
  void answer_as_a_server_does() {
    HealthCheckResponse.setResponseProvider(new FakeHealthResponses());
  }

  @AfterEach
  void forget() {
    HealthCheckResponse.setResponseProvider(null);
  }

  @Test
  void up_while_nothing_has_been_asked_and_nothing_is_asked_by_it() {
    assertThat(check.call().getStatus()).isEqualTo(Status.UP);
    assertThat(check.call().getName()).isEqualTo("mp-oauth2-client");
    assertThat(check.call().getData()).isEmpty();
    assertThat(source.prepared()).isZero();
  }

  @Test
  void up_with_a_token_and_tells_what_is_left_of_it() {
    tokens.token();
    clock.advance(Duration.ofSeconds(70));

    assertThat(check.call().getStatus()).isEqualTo(Status.UP);
    assertThat(data()).isEqualTo(Map.of("signicat[read write].remaining", 900L));
  }

  @Test
  void down_while_the_last_request_failed_and_up_after_one_that_did_not() {
    source.refuses("invalid_client");
    var unused = catchThrowable(tokens::token);

    assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
    assertThat(data())
        .isEqualTo(
            Map.of(
                "signicat[read write].remaining",
                0L,
                "signicat[read write].error",
                "invalid_client",
                "signicat[read write].next-attempt",
                clock.instant().plusSeconds(1).toString()));

    source.recovers();
    clock.advance(Duration.ofSeconds(1));
    tokens.token();

    assertThat(check.call().getStatus()).isEqualTo(Status.UP);
  }

  /** An application that is not ready gets no calls that would ask again. */
  @Test
  void nobody_but_it_need_ask_again_and_it_asks_once_per_cooldown() {
    source.refuses("invalid_client");
    var unused = catchThrowable(tokens::token);

    for (int probe = 0; probe < 10; probe++) {
      assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
    }
    assertThat(source.sent()).isEqualTo(1);

    source.recovers();
    clock.advance(Duration.ofSeconds(1));
    check.call();

    assertThat(source.sent()).isEqualTo(2);
    assertThat(check.call().getStatus()).isEqualTo(Status.UP);
  }

  /** A configured client of the same name would be somebody else. */
  @Test
  void a_source_of_somebodys_own_is_asked_again_itself() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    TokenSource own =
        refused -> {
          asked.countDown();
          throw new TokenSource.SettingsProblem("not yet");
        };
    try (TokenProviders providers =
        TokenProviders.from(MapConfig.empty("own").config(), List.of(health))) {
      var unused = providers.caching("own", own);

      health.askAgain(new TokenHealth.ClientScope("own", Set.of()));

      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void up_while_a_token_is_usable_whatever_became_of_its_renewal() {
    tokens.token();
    clock.advance(Duration.ofSeconds(700));
    source.refuses("invalid_client");
    tokens.token();

    assertThat(check.call().getStatus()).isEqualTo(Status.UP);
    assertThat(data()).containsEntry("signicat[read write].error", "invalid_client");

    clock.advance(Duration.ofSeconds(270).minusNanos(1));
    assertThat(check.call().getStatus()).isEqualTo(Status.UP);

    clock.advance(Duration.ofNanos(1));
    assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void down_with_settings_that_cannot_be_used() {
    source.settingsBreak("client-id is missing");
    var unused = catchThrowable(tokens::token);

    assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
    assertThat(data()).containsEntry("signicat[read write].error", "SettingsProblem");
  }

  @Test
  void a_client_may_be_told_of_only() {
    mode = HealthMode.WARN;
    source.refuses("invalid_client");
    var unused = catchThrowable(tokens::token);

    assertThat(check.call().getStatus()).isEqualTo(Status.UP);
    assertThat(data()).containsEntry("signicat[read write].error", "invalid_client");
  }

  @Test
  void a_client_may_be_left_out() {
    mode = HealthMode.OFF;
    source.refuses("invalid_client");
    var unused = catchThrowable(tokens::token);

    assertThat(check.call().getStatus()).isEqualTo(Status.UP);
    assertThat(data()).isEmpty();
  }

  private Map<String, Object> data() {
    return check.call().getData().orElse(Map.of());
  }
}
