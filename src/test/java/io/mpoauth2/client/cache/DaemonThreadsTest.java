package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.Gate;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.watch.ClientWatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules 3 and 4 with the threads that an application has. */
class DaemonThreadsTest {
  private final DaemonThreads threads = new DaemonThreads();
  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final CachedTokenProvider tokens =
      new CachedTokenProvider(
          source,
          new RefreshPolicy(() -> 0),
          clock::nanoTime,
          clock,
          threads.threads(),
          ClientWatch.unwatched("signicat"));

  @AfterEach
  void close() {
    threads.close();
  }

  /** Row C3: waits. */
  @Test
  void a_pool_of_two_whose_two_tasks_wait_for_a_stage_is_no_dead_lock() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Future<AccessToken> first = two.submit(() -> tokens.tokenAsync().toCompletableFuture().get());
      Future<AccessToken> second =
          two.submit(() -> tokens.tokenAsync().toCompletableFuture().get());

      assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(second.get(20, TimeUnit.SECONDS));
    } finally {
      two.shutdown();
    }
    assertThat(source.sent()).isEqualTo(1);
  }

  @Test
  void a_dependent_that_waits_for_ever_delays_neither_callers_nor_the_next_stages()
      throws Exception {
    CompletableFuture<Void> never = new CompletableFuture<>();
    Gate answers = source.holdsItsAnswers();
    // Before there is a token, or it would run here.
    tokens.tokenAsync().thenAccept(token -> never.join());
    answers.open();

    AccessToken token = tokens.token();
    CompletableFuture<AccessToken> next = tokens.replaceAsync(token).toCompletableFuture();

    assertThat(next.get(20, TimeUnit.SECONDS).value()).isEqualTo("token-2");
    never.complete(null);
  }

  @Test
  void an_alarm_rings_unless_it_was_taken_back() throws Exception {
    CompletableFuture<String> rang = new CompletableFuture<>();
    Timer timer = threads.threads().timer();
    timer.after(Duration.ZERO, () -> {}).run();
    Runnable takeBack = timer.after(Duration.ofHours(1), () -> rang.complete("too early"));
    takeBack.run();

    timer.after(Duration.ofMillis(1), () -> rang.complete(Thread.currentThread().getName()));

    assertThat(rang.get(20, TimeUnit.SECONDS)).isEqualTo("mp-oauth2-client-timer");
  }

  @Test
  void closed_they_still_complete_the_stages_they_have() throws Exception {
    CompletableFuture<String> completed = new CompletableFuture<>();
    threads.threads().stages().execute(() -> completed.complete("done"));

    threads.close();

    assertThat(completed.get(20, TimeUnit.SECONDS)).isEqualTo("done");
  }

  @Test
  void their_timer_still_gives_up_connections_after_they_were_closed() throws Exception {
    CompletableFuture<Void> afterwards = new CompletableFuture<>();
    Future<?> rounds =
        threads
            .scheduler()
            .scheduleWithFixedDelay(
                () -> {
                  if (threads.scheduler().isShutdown()) {
                    afterwards.complete(null);
                  }
                },
                1,
                1,
                TimeUnit.MILLISECONDS);

    threads.close();

    afterwards.get(20, TimeUnit.SECONDS);
    rounds.cancel(false);
  }

  @Test
  void none_of_them_outlives_its_work_for_long() throws Exception {
    CompletableFuture<Thread> stages = new CompletableFuture<>();
    CompletableFuture<Thread> timers = new CompletableFuture<>();
    threads.threads().stages().execute(() -> stages.complete(Thread.currentThread()));
    threads.scheduler().execute(() -> timers.complete(Thread.currentThread()));

    for (CompletableFuture<Thread> one : List.of(stages, timers)) {
      one.get().join(20_000);
      assertThat(one.get().isAlive()).isFalse();
    }
  }

  @Test
  void an_alarm_that_was_taken_back_keeps_nothing() {
    ScheduledThreadPoolExecutor timer = (ScheduledThreadPoolExecutor) threads.scheduler();

    threads.threads().timer().after(Duration.ofHours(1), () -> {}).run();

    assertThat(timer.getQueue()).isEmpty();
  }

  @Test
  void closed_they_wait_for_no_alarm_and_take_no_more_work() throws Exception {
    threads.threads().timer().after(Duration.ofHours(1), () -> {});

    threads.close();

    assertThat(threads.scheduler().awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> threads.threads().stages().execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> threads.threads().flights().execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }
}
