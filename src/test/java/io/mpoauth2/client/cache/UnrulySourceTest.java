package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.Caller;
import io.mpoauth2.client.testing.Gate;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A source of a user's own keeps none of its promises, which is told to callers like an outage. */
class UnrulySourceTest {
  private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualThreads threads = new ManualThreads();
  private final CachedTokenProvider tokens = source.cachedWith(threads);

  @Test
  void it_may_take_as_long_as_it_likes() {
    source.promises(FOR_EVER);

    assertThat(tokens.token().value()).isEqualTo("token-1");

    assertThat(tokens.replace(tokens.token()).value()).isEqualTo("token-2");
  }

  @Test
  void it_has_no_time_at_all() {
    source.promises(Duration.ZERO);

    assertThatThrownBy(tokens::token).isInstanceOf(TokenUnavailableException.class);
    assertThatThrownBy(tokens::token).hasMessageContaining("failed once");

    assertThat(source.sent()).isZero();
  }

  @Test
  @SuppressWarnings("NullAway") // As it may be called by code that is not checked for null.
  void it_does_not_say_how_long_it_takes() {
    source.promises(null);

    assertThatThrownBy(tokens::token).isInstanceOf(TokenUnavailableException.class);
    assertThatThrownBy(tokens::token).hasMessageContaining("failed once");
  }

  @Test
  void it_throws_what_fails_when_it_is_asked() {
    source.throwsUndeclared(new Unruly());

    assertThatThrownBy(tokens::token)
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageContaining("failed: " + Unruly.class.getName());
  }

  @Test
  void it_finds_a_problem_that_fails_when_it_is_asked() {
    source.settingsThrow(new UnrulyProblem());

    CompletableFuture<AccessToken> stage = tokens.tokenAsync().toCompletableFuture();

    assertThat(stage).isCompletedExceptionally();
    assertThatThrownBy(tokens::token)
        .isInstanceOf(TokenSource.SettingsProblem.class)
        .hasMessage(UnrulyProblem.class.getName());
  }

  @Test
  void it_throws_when_it_is_to_give_up() throws Exception {
    threads.startsThreads();
    source.throwsWhenGivenUp(new IllegalStateException("not I"));
    Gate gate = source.holdsItsAnswers();
    Caller caller = Caller.asks(tokens::token);
    CompletableFuture<AccessToken> stage = tokens.tokenAsync().toCompletableFuture();
    gate.awaitArrival();

    threads.ring();

    assertThat(caller.failure()).isNotNull();
    assertThatThrownBy(() -> stage.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(TokenUnavailableException.class);
  }

  @Test
  void it_throws_when_its_application_ends() throws Exception {
    threads.startsThreads();
    source.throwsWhenGivenUp(new IllegalStateException("not I"));
    Gate gate = source.holdsItsAnswers();
    CompletableFuture<AccessToken> stage = tokens.tokenAsync().toCompletableFuture();
    gate.awaitArrival();

    tokens.close();

    assertThatThrownBy(() -> stage.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @SuppressWarnings("serial")
  private static final class Unruly extends Error {
    @Override
    public StackTraceElement[] getStackTrace() {
      throw new LinkageError("not I");
    }

    @Override
    public String getMessage() {
      throw new LinkageError("not I");
    }
  }

  @SuppressWarnings("serial")
  private static final class UnrulyProblem extends TokenSource.SettingsProblem {
    private UnrulyProblem() {
      super("");
    }

    @Override
    public String getMessage() {
      throw new IllegalStateException("not I");
    }
  }
}
