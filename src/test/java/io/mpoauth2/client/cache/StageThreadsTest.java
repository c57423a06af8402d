package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.Caller;
import io.mpoauth2.client.testing.Gate;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 4: the code of others, which hangs on stages, never runs where somebody waits for it. */
class StageThreadsTest {
  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualThreads threads = new ManualThreads();
  private final CachedTokenProvider tokens = source.cachedWith(threads);

  @BeforeEach
  void flights_have_threads_of_their_own() {
    threads.startsThreads();
  }

  @Test
  void waiting_callers_are_released_before_any_stage_is_completed() throws Exception {
    Gate gate = source.holdsItsAnswers();
    CompletableFuture<AccessToken> stage = tokens.tokenAsync().toCompletableFuture();
    Caller caller = Caller.asks(tokens::token);
    caller.awaitWaiting();
    threads.stagesGoTo(task -> assertThat(caller.token()).isNotNull());

    gate.open();

    assertThat(caller.token()).isNotNull();
    assertThat(stage).isNotDone();
  }

  @Test
  void refused_by_their_executor_stages_are_completed_on_the_flights_thread() throws Exception {
    threads.stagesGoTo(StageThreadsTest::refuse);
    Gate gate = source.holdsItsAnswers();
    CompletionStage<String> dependent =
        tokens.tokenAsync().thenApply(token -> Thread.currentThread().getName());

    gate.open();

    assertThat(within20Seconds(dependent)).isEqualTo("flight");
  }

  /** Row C3: waits. */
  @Test
  void refused_by_their_executor_a_slow_one_delays_no_waiting_caller() throws Exception {
    threads.stagesGoTo(StageThreadsTest::refuse);
    Gate answers = source.holdsItsAnswers();
    Gate slow = new Gate();
    CompletionStage<Void> dependent = tokens.tokenAsync().thenAccept(token -> pass(slow));
    Caller caller = Caller.asks(tokens::token);
    caller.awaitWaiting();

    answers.open();
    slow.awaitArrival();

    assertThat(caller.token()).isSameAs(tokens.token());
    slow.open();
    within20Seconds(dependent);
  }

  @Test
  void refused_by_their_executor_a_slow_one_does_not_hold_the_next_flight() throws Exception {
    threads.stagesGoTo(StageThreadsTest::refuse);
    Gate answers = source.holdsItsAnswers();
    Gate slow = new Gate();
    CompletionStage<Void> dependent = tokens.tokenAsync().thenAccept(token -> pass(slow));
    answers.open();
    slow.awaitArrival();

    assertThat(tokens.replace(tokens.token()).value()).isEqualTo("token-2");

    slow.open();
    within20Seconds(dependent);
  }

  @Test
  void at_a_deadline_no_stage_is_completed_on_the_timers_thread() throws Exception {
    threads.stagesGoTo(StageThreadsTest::refuse);
    Gate gate = source.holdsItsAnswers();
    Thread timer = Thread.currentThread();
    CompletionStage<Thread> dependent =
        tokens.tokenAsync().handle((token, failure) -> Thread.currentThread());
    gate.awaitArrival();

    threads.ring();

    assertThat(within20Seconds(dependent)).isNotSameAs(timer);
    gate.open();
  }

  @Test
  void the_stage_of_a_flight_that_has_no_thread_yet_fails_at_its_deadline() {
    threads.keeps();
    CompletableFuture<AccessToken> stage = tokens.tokenAsync().toCompletableFuture();

    threads.ring();

    assertThat(stage).isCompletedExceptionally();
  }

  @Test
  void refused_by_their_executor_they_have_a_new_thread_at_a_deadline() {
    threads.keeps();
    threads.stagesGoTo(StageThreadsTest::refuse);
    CompletableFuture<AccessToken> stage = tokens.tokenAsync().toCompletableFuture();

    threads.ring();
    assertThat(stage).isNotDone();

    threads.runAll();
    assertThat(stage).isCompletedExceptionally();
  }

  @Test
  void where_there_is_no_thread_at_all_they_are_completed_on_the_timers_rather_than_never() {
    threads.keeps();
    threads.stagesGoTo(StageThreadsTest::refuse);
    CompletableFuture<AccessToken> stage = tokens.tokenAsync().toCompletableFuture();
    threads.rejects();

    threads.ring();

    assertThat(stage).isCompletedExceptionally();
  }

  private static void refuse(Runnable task) {
    throw new RejectedExecutionException("no thread to spare");
  }

  private static void pass(Gate gate) {
    try {
      gate.pass();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted at the gate", e);
    }
  }

  private static <T> T within20Seconds(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
