package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.testing.Caller;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.Gate;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenRedactionTest {
  private static final String VALUE = "S3cr3tT0k3nV4lu3";

  private final CapturedLog log = CapturedLog.start();
  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualThreads renewals = new ManualThreads();
  private final CachedTokenProvider tokens = source.cachedWith(renewals);

  @BeforeEach
  void the_value_is_known() {
    source.handsOut(VALUE);
  }

  @AfterEach
  void close_the_log() {
    log.close();
  }

  @Test
  void no_to_string_shows_the_value() {
    AccessToken token = tokens.token();
    Duration lifetime = Duration.ofSeconds(1000);

    assertThat(
            List.of(
                token,
                IssuedToken.of(token, lifetime),
                new Generation(token, 0, 0, 0, Duration.ZERO),
                tokens,
                source.prepare(null)))
        .allSatisfy(object -> assertThat(object.toString()).doesNotContain(VALUE));
    assertThat(token).asString().contains("Bearer", "hidden", "read");
  }

  @Test
  void no_exception_shows_the_value() throws Exception {
    AccessToken token = tokens.token();
    source.fails(() -> new IllegalStateException("a fault of ours"));
    Throwable first = catchThrowable(() -> tokens.replace(token));
    Throwable during = catchThrowable(() -> tokens.replace(token));
    clock.advance(Duration.ofSeconds(1));
    Gate gate = source.holdsItsAnswers();
    Caller interrupted = Caller.asks(() -> tokens.replace(token));
    gate.awaitArrival();
    interrupted.interrupt();

    assertThat(List.of(first, during, Objects.requireNonNull(interrupted.failure())))
        .allSatisfy(failure -> assertThat(printed(failure)).doesNotContain(VALUE));
  }

  @Test
  void no_log_line_shows_the_value_at_the_finest_level() {
    tokens.replace(tokens.token());
    clock.advance(Duration.ofSeconds(700));
    renewals.rejects();
    tokens.token();
    renewals.runsAtOnce();
    source.fails(() -> new TokenUnavailableException("connection refused", null));
    for (int second = 0; second < 3; second++) {
      tokens.token();
      renewals.runAll();
      clock.advance(Duration.ofSeconds(1));
    }
    source.recovers();
    tokens.token();
    renewals.runAll();

    assertThat(log.everything())
        .contains("could not be renewed", "still no new token", "a new token after")
        .doesNotContain(VALUE);
  }

  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
