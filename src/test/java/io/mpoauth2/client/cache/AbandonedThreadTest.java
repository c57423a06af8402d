package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.testing.Caller;
import io.mpoauth2.client.testing.Gate;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 2: beside a thread that was given up and still lives, none is started. */
class AbandonedThreadTest {
  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualThreads threads = new ManualThreads();
  private final CachedTokenProvider tokens = source.cachedWith(threads);

  @BeforeEach
  void flights_have_threads_of_their_own() {
    threads.startsThreads();
  }

  @Test
  void callers_get_the_cooldowns_exception_until_it_ends() throws Exception {
    Gate gate = source.ignoresInterrupts();
    hangsUntilItsDeadline(gate);
    clock.advance(Duration.ofMinutes(10));

    for (int call = 0; call < 100; call++) {
      assertThatThrownBy(tokens::token)
          .isInstanceOf(TokenUnavailableException.class)
          .hasMessageContaining("failed once");
    }

    assertThat(source.prepared()).isEqualTo(1);
    gate.open();
  }

  @Test
  void the_next_attempt_is_not_said_to_be_in_the_past() throws Exception {
    Gate gate = source.ignoresInterrupts();
    hangsUntilItsDeadline(gate);
    clock.advance(Duration.ofMinutes(10));

    TokenException during = catchThrowableOfType(TokenException.class, tokens::token);

    assertThat(during.nextAttempt().orElseThrow()).isAfterOrEqualTo(clock.instant());
    gate.open();
  }

  @Test
  void a_token_that_can_be_used_is_served_meanwhile() throws Exception {
    AccessToken usable = tokens.token();
    clock.advance(Duration.ofSeconds(700));
    Gate gate = source.ignoresInterrupts();
    tokens.token();
    gate.awaitArrival();
    threads.ring();
    clock.advance(Duration.ofMinutes(2));

    assertThat(tokens.token()).isSameAs(usable);

    assertThat(source.sent()).isEqualTo(2);
    gate.open();
  }

  @Test
  void what_it_brings_after_all_is_thrown_away() throws Exception {
    Gate gate = source.ignoresInterrupts();
    hangsUntilItsDeadline(gate);
    source.answersAtOnce();
    gate.open();
    threads.awaitEnds();
    clock.advance(Duration.ofMinutes(1));

    assertThat(tokens.token().value()).isEqualTo("token-2");
  }

  private void hangsUntilItsDeadline(Gate gate) throws InterruptedException {
    Caller caller = Caller.asks(tokens::token);
    gate.awaitArrival();
    threads.ring();
    assertThat(caller.failure()).isNotNull();
  }
}
