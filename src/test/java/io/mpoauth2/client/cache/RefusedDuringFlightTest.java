package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 5: a token is refused while a flight is under way that was not told so. */
class RefusedDuringFlightTest {
  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualThreads threads = new ManualThreads();
  private final CachedTokenProvider tokens = source.cachedWith(threads);
  private AccessToken refused;

  @BeforeEach
  void a_token_ended_and_a_new_one_is_under_way() {
    refused = tokens.token();
    clock.advance(Duration.ofSeconds(970));
    threads.keeps();
    tokens.tokenAsync();
  }

  @Test
  void it_is_joined_and_its_other_token_serves() {
    CompletableFuture<AccessToken> other = future(tokens.replaceAsync(refused));
    assertThat(threads.queued()).isEqualTo(1);

    threads.runAll();

    assertThat(other.join().value()).isEqualTo("token-2");
    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void if_it_brings_the_refused_one_a_flight_told_of_it_follows() {
    source.handsOut(refused.value());
    CompletableFuture<AccessToken> other = future(tokens.replaceAsync(refused));
    source.handsOutNext("another-one");

    threads.runAll();

    assertThat(other.join().value()).isEqualTo("another-one");
    assertThat(source.told()).isEqualTo(refused);
    assertThat(source.sent()).isEqualTo(3);
  }

  @Test
  void many_who_refuse_it_have_one_flight_that_follows() {
    source.handsOut(refused.value());
    CompletableFuture<AccessToken> first = future(tokens.replaceAsync(refused));
    CompletableFuture<AccessToken> second = future(tokens.replaceAsync(refused));
    source.handsOutNext("another-one");

    threads.runAll();

    assertThat(first.join()).isEqualTo(second.join());
    assertThat(source.sent()).isEqualTo(3);
  }

  @Test
  void if_that_brings_it_too_it_comes_back() {
    source.handsOut(refused.value());
    CompletableFuture<AccessToken> other = future(tokens.replaceAsync(refused));

    threads.runAll();

    assertThat(other.join().value()).isEqualTo(refused.value());
    assertThat(source.sent()).isEqualTo(3);
  }

  @Test
  void a_token_of_a_flight_that_was_not_told_is_no_replacement_and_replaced_at_once() {
    threads.runAll();
    threads.runsAtOnce();
    AccessToken second = tokens.token();

    assertThat(tokens.replace(second).value()).isEqualTo("token-3");
  }

  @Test
  void its_failure_is_the_failure_of_all_who_joined_it() {
    source.fails(() -> new TokenUnavailableException("connection refused", null));
    CompletableFuture<AccessToken> other = future(tokens.replaceAsync(refused));

    threads.runAll();

    assertThatThrownBy(other::join).hasCauseInstanceOf(TokenUnavailableException.class);
    assertThat(source.sent()).isEqualTo(2);
  }

  private static CompletableFuture<AccessToken> future(CompletionStage<AccessToken> stage) {
    return stage.toCompletableFuture();
  }
}
