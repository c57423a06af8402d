package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.ManualExecutor;
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
class EnvironmentTest {

  private final Environment renewals = new Environment(null);

  @AfterEach
  void close() {
    renewals.close();
  }

  @Test
  void the_thread_is_a_daemon_with_a_name_that_tells_whose_it_is() {
    Thread thread = CompletableFuture.supplyAsync(Thread::currentThread, renewals).join();

    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getName()).isEqualTo("mp-oauth2-client-renewal");
  }

  @Test
  void the_thread_ends_with_its_work() throws Exception {
    Thread thread = CompletableFuture.supplyAsync(Thread::currentThread, renewals).join();

    thread.join();
    assertThat(thread.isAlive()).isFalse();
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

      ClassLoader threads =
          CompletableFuture.supplyAsync(
                  () -> Thread.currentThread().getContextClassLoader(), renewals)
              .join();

      assertThat(threads).isNotSameAs(applications);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void the_servers_threads_are_taken_where_there_are_any() {
    ManualExecutor servers = new ManualExecutor();
    CompletableFuture<Thread> thread = new CompletableFuture<>();

    new Environment(servers).execute(() -> thread.complete(Thread.currentThread()));

    assertThat(servers.queued()).isEqualTo(1);
    servers.runAll();
    assertThat(thread).isCompletedWithValue(Thread.currentThread());
  }

  @Test
  void a_server_without_a_thread_to_spare_is_done_without() {
    ManualExecutor servers = new ManualExecutor();
    servers.rejects();

    Thread thread =
        CompletableFuture.supplyAsync(Thread::currentThread, new Environment(servers)).join();

    assertThat(thread.getName()).isEqualTo("mp-oauth2-client-renewal");
  }

  @Test
  void closing_interrupts_what_runs_and_takes_no_more() throws Exception {
    CountDownLatch working = new CountDownLatch(1);
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    renewals.execute(
        () -> {
          thread.complete(Thread.currentThread());
          working.countDown();
          await(new CountDownLatch(1));
        });
    working.await();

    renewals.close();

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
