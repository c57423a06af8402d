package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Callers who must not wait: event loops, reactive code. */
class StagesTest {
  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualThreads threads = new ManualThreads();
  private final CachedTokenProvider tokens = source.cachedWith(threads);

  @Test
  void a_cached_token_is_there_at_once() {
    AccessToken cached = tokens.token();

    assertThat(future(tokens.tokenAsync())).isCompletedWithValue(cached);
    assertThat(threads.queued()).isZero();
  }

  @Test
  void a_stale_token_is_there_at_once_and_is_renewed() {
    AccessToken cached = tokens.token();
    clock.advance(Duration.ofSeconds(700));
    threads.keeps();

    assertThat(future(tokens.tokenAsync())).isCompletedWithValue(cached);

    threads.runAll();
    assertThat(tokens.token().value()).isEqualTo("token-2");
  }

  @Test
  void five_thousand_callers_hold_one_thread_and_cost_one_request() {
    threads.keeps();
    List<CompletableFuture<AccessToken>> waiting = new ArrayList<>();
    for (int caller = 0; caller < 5_000; caller++) {
      waiting.add(future(tokens.tokenAsync()));
    }

    assertThat(threads.queued()).isEqualTo(1);
    assertThat(source.prepared()).as("not on the callers' thread").isZero();

    threads.runAll();

    AccessToken token = tokens.token();
    assertThat(waiting).allSatisfy(one -> assertThat(one).isCompletedWithValue(token));
    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void a_failure_is_everybodys_and_the_next_caller_asks_anew() {
    source.fails(() -> new TokenUnavailableException("down", null));
    threads.keeps();
    CompletableFuture<AccessToken> first = future(tokens.tokenAsync());
    CompletableFuture<AccessToken> second = future(tokens.tokenAsync());
    threads.runAll();

    assertFailsWith(first, TokenUnavailableException.class);
    assertFailsWith(second, TokenUnavailableException.class);

    source.recovers();
    clock.advance(Duration.ofSeconds(2));
    CompletableFuture<AccessToken> third = future(tokens.tokenAsync());
    threads.runAll();
    assertThat(third.join().value()).isEqualTo("token-2");
  }

  @Test
  void a_caller_who_gives_up_harms_nobody() {
    threads.keeps();
    CompletableFuture<AccessToken> leaver = future(tokens.tokenAsync());
    CompletableFuture<AccessToken> stayer = future(tokens.tokenAsync());
    leaver.cancel(true);

    threads.runAll();

    assertThat(stayer.join().value()).isEqualTo("token-1");
  }

  @Test
  void callers_whose_token_was_refused_share_its_replacement() {
    AccessToken refused = tokens.token();
    threads.keeps();
    CompletableFuture<AccessToken> first = future(tokens.replaceAsync(refused));
    CompletableFuture<AccessToken> second = future(tokens.replaceAsync(refused));
    assertThat(threads.queued()).isEqualTo(1);

    threads.runAll();

    assertThat(first.join().value()).isEqualTo("token-2");
    assertThat(second.join()).isEqualTo(first.join());
    assertThat(future(tokens.replaceAsync(refused))).isCompletedWithValue(first.join());
    assertThat(source.sent()).isEqualTo(2);
  }

  @Test
  void a_replacement_refused_within_its_span_comes_back_at_once() {
    AccessToken replacement = tokens.replace(tokens.token());

    assertThat(future(tokens.replaceAsync(replacement))).isCompletedWithValue(replacement);
    assertThat(threads.queued()).isZero();
  }

  private static CompletableFuture<AccessToken> future(CompletionStage<AccessToken> stage) {
    return stage.toCompletableFuture();
  }

  private static void assertFailsWith(
      CompletableFuture<AccessToken> stage, Class<? extends Throwable> cause) {
    assertThatThrownBy(stage::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(cause);
  }

  @Test
  void a_flight_that_lands_before_the_stage_hangs_on_it_completes_it_all_the_same() {
    CompletableFuture<AccessToken> stage = future(tokens.tokenAsync());

    assertThat(stage).isDone();
    assertThat(stage.join()).isSameAs(tokens.token());
  }

  @Test
  void who_joined_a_flight_that_gets_no_thread_is_told() {
    List<CompletableFuture<AccessToken>> joined = new ArrayList<>();
    threads.flightsGoTo(
        flight -> {
          joined.add(future(tokens.tokenAsync()));
          throw new RejectedExecutionException("no thread to spare");
        });

    assertThatThrownBy(tokens::token).isInstanceOf(TokenUnavailableException.class);

    assertThat(joined).hasSize(1).allMatch(CompletableFuture::isCompletedExceptionally);
  }
}
