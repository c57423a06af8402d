package io.mpoauth2.client.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualExecutor;
import io.mpoauth2.client.testing.ScriptedSource;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RenewalFaultTest {
  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualExecutor renewals = new ManualExecutor();

  private CachedTokenProvider provider(Executor executor) {
    return source.cachedWith(executor);
  }

  @Test
  void an_executor_that_breaks_once_does_not_end_renewals() {
    AtomicInteger calls = new AtomicInteger();
    CachedTokenProvider tokens =
        provider(
            task -> {
              if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("the container is stopping");
              }
              task.run();
            });
    AccessToken old = tokens.token();
    clock.advance(Duration.ofSeconds(700));
    Throwable thrown = catchThrowable(() -> assertThat(tokens.token()).isSameAs(old));
    tokens.token();
    assertThat(thrown).isNull();
    assertThat(calls).hasValue(2);
  }

  @Test
  void an_executor_without_memory_for_a_thread_does_not_end_renewals() {
    AtomicInteger calls = new AtomicInteger();
    CachedTokenProvider tokens =
        provider(
            task -> {
              if (calls.incrementAndGet() == 1) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              task.run();
            });
    tokens.token();
    clock.advance(Duration.ofSeconds(700));
    Throwable thrown = catchThrowable(tokens::token);
    assertThat(thrown).isInstanceOf(OutOfMemoryError.class);
    tokens.token();
    assertThat(calls).hasValue(2);
  }

  @Test
  void unusable_settings_do_not_end_the_cooldown_of_who_asked_meanwhile() {
    CachedTokenProvider tokens = provider(renewals);
    AccessToken old = tokens.token();
    clock.advance(Duration.ofSeconds(700));
    tokens.token();
    source.fails(() -> new TokenUnavailableException("connection refused", null));
    source.whileSettingsAreRead(
        () -> {
          assertThat(catchThrowable(() -> tokens.replace(old))).isNotNull();
          source.settingsBreak(new IllegalStateException("client-id is missing"));
        });

    renewals.runAll();
    source.settingsAreRepaired();

    assertThat(catchThrowable(() -> tokens.replace(old)))
        .isInstanceOfSatisfying(
            TokenUnavailableException.class,
            during -> assertThat(during.nextAttempt()).as("within the cooldown").isPresent());
    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void settings_gone_bad_during_an_outage_are_warned_of() {
    try (CapturedLog log = CapturedLog.start()) {
      CachedTokenProvider tokens = provider(renewals);
      tokens.token();
      clock.advance(Duration.ofSeconds(700));
      source.fails(() -> new TokenUnavailableException("connection refused", null));
      for (int second = 0; second < 5; second++) {
        tokens.token();
        renewals.runAll();
        clock.advance(Duration.ofSeconds(1));
      }
      source.settingsBreak(new IllegalStateException("client-id is missing"));
      for (int second = 0; second < 5; second++) {
        tokens.token();
        renewals.runAll();
        clock.advance(Duration.ofSeconds(1));
      }
      assertThat(log.warnings()).hasSize(2);
    }
  }

  @Test
  void an_outage_begun_by_a_replacement_is_warned_of_when_the_renewal_fails() {
    try (CapturedLog log = CapturedLog.start()) {
      CachedTokenProvider tokens = provider(renewals);
      AccessToken old = tokens.token();
      clock.advance(Duration.ofSeconds(700));
      source.fails(() -> new TokenUnavailableException("connection refused", null));
      assertThat(catchThrowable(() -> tokens.replace(old))).isNotNull();
      for (int second = 0; second < 100; second++) {
        tokens.token();
        renewals.runAll();
        clock.advance(Duration.ofSeconds(1));
      }
      assertThat(log.warnings()).hasSize(1);
    }
  }

  @Test
  void a_linkage_error_in_the_source_cools_down() {
    CachedTokenProvider tokens =
        new CachedTokenProvider(
            new Broken(source),
            new RefreshPolicy(() -> 0),
            clock::nanoTime,
            clock,
            renewals,
            new ClientLog("signicat"));
    for (int call = 0; call < 10; call++) {
      assertThat(catchThrowable(tokens::token)).isNotNull();
    }
    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void a_lifetime_beyond_the_nanosecond_clock_cools_down_or_is_clamped() {
    source.lifetime(Duration.ofDays(365L * 400));
    CachedTokenProvider tokens = provider(renewals);
    for (int call = 0; call < 10; call++) {
      var unused = catchThrowable(tokens::token);
    }
    assertThat(source.sent()).isEqualTo(1);
  }

  private record Broken(ScriptedSource source) implements TokenSource {
    @Override
    public Exchange prepare() {
      Exchange real = source.prepare();
      return new Exchange() {
        @Override
        public IssuedToken send() throws InterruptedException {
          real.send();
          throw new NoClassDefFoundError("jakarta/json/Json");
        }

        @Override
        public Duration timeout() {
          return real.timeout();
        }
      };
    }
  }
}
