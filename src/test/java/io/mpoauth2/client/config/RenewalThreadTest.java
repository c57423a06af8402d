package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class RenewalThreadTest {

  private final RenewalThread renewals = new RenewalThread();

  @AfterEach
  void close() {
    renewals.shutdownNow();
  }

  @Test
  void no_thread_runs_before_there_is_work() {
    assertThat(renewals.getPoolSize()).isZero();
  }

  @Test
  void the_thread_is_a_daemon_with_a_name_that_tells_whose_it_is() {
    Thread thread = CompletableFuture.supplyAsync(Thread::currentThread, renewals).join();

    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getName()).isEqualTo("mp-oauth2-client-renewal");
  }

  @Test
  void the_thread_ends_when_it_has_nothing_to_do() {
    assertThat(renewals.getCorePoolSize()).isZero();
    assertThat(renewals.getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(10);
  }

  @Test
  void a_renewal_that_hangs_does_not_hold_up_the_next_one() {
    CountDownLatch never = new CountDownLatch(1);
    renewals.execute(() -> await(never));

    assertThat(CompletableFuture.supplyAsync(() -> "renewed", renewals).join())
        .isEqualTo("renewed");
  }

  @Test
  void the_thread_does_not_keep_the_class_loader_of_who_came_first() throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader applications = new URLClassLoader(new URL[0], before)) {
      Thread.currentThread().setContextClassLoader(applications);

      Thread thread = CompletableFuture.supplyAsync(Thread::currentThread, renewals).join();

      assertThat(thread.getContextClassLoader()).isNotSameAs(applications);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void a_failure_does_not_end_renewals() {
    renewals.execute(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {});
          throw new IllegalStateException("a renewal that fails, as a test wants it");
        });

    assertThat(CompletableFuture.supplyAsync(() -> "alive", renewals).join()).isEqualTo("alive");
  }

  @Test
  void shutting_down_interrupts_the_thread_and_it_is_gone() throws Exception {
    CountDownLatch working = new CountDownLatch(1);
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    renewals.execute(
        () -> {
          thread.complete(Thread.currentThread());
          working.countDown();
          await(new CountDownLatch(1));
        });
    working.await();

    renewals.shutdownNow();

    thread.join().join();
    assertThat(thread.join().isAlive()).isFalse();
    assertThatThrownBy(() -> renewals.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
