package io.mpoauth2.client.token.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.Gate;
import io.mpoauth2.client.token.CooldownEvent;
import io.mpoauth2.client.token.TokenListener;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenersTest {
  private static final Set<String> SCOPE = Set.of("read");

  private final CapturedLog log = CapturedLog.start();
  private final Told told = new Told("signicat", SCOPE, null);

  @AfterEach
  void close_the_log() {
    log.close();
  }

  /** Notes how often something failed, and by whom that is told. */
  private static class Noted implements TokenListener {
    final BlockingQueue<Integer> failures = new LinkedBlockingQueue<>();
    final BlockingQueue<String> threads = new LinkedBlockingQueue<>();

    @Override
    public void cooldownBegun(CooldownEvent event) {
      threads.add(Thread.currentThread().getName());
      failures.add(event.failures());
    }

    int next() throws InterruptedException {
      Integer next = failures.poll(20, TimeUnit.SECONDS);
      return next == null ? -1 : next;
    }
  }

  private static final class Prompt extends Noted implements PromptListener {}

  @Test
  void an_applications_listener_has_a_thread_of_the_librarys_and_events_in_their_order()
      throws InterruptedException {
    Noted noted = new Noted();
    try (Listeners listeners = Listeners.of(List.of(noted))) {
      for (int failures = 1; failures <= 200; failures++) {
        tell(listeners, failures);
      }

      for (int failures = 1; failures <= 200; failures++) {
        assertThat(noted.next()).isEqualTo(failures);
      }
      assertThat(noted.threads).containsOnly("mp-oauth2-client-listener");
    }
  }

  @Test
  void the_librarys_own_are_told_at_once() {
    Prompt noted = new Prompt();

    tell(Listeners.of(List.of(noted)), 1);

    assertThat(noted.failures).containsExactly(1);
  }

  @Test
  void what_a_listener_throws_goes_no_further_and_is_said_once_by_class_and_place()
      throws InterruptedException {
    Noted after = new Noted();
    TokenListener throwing =
        new TokenListener() {
          @Override
          public void cooldownBegun(CooldownEvent event) {
            throw new IllegalArgumentException("s3cret");
          }

          @Override
          public @Nullable Object context() {
            throw new NoClassDefFoundError("some/Type");
          }
        };
    try (Listeners listeners = Listeners.of(List.of(throwing, after))) {
      tell(listeners, 1);
      tell(listeners, 2);
      assertThat(after.next()).isEqualTo(1);
      assertThat(after.next()).isEqualTo(2);
      log.awaitWarnings(2);
    }

    assertThat(log.warnings())
        .hasSize(2)
        .allMatch(line -> line.startsWith("MPOA0100: OAuth2 clients: the listener "))
        .anyMatch(line -> line.contains("java.lang.IllegalArgumentException at io.mpoauth2"))
        .anyMatch(line -> line.contains("java.lang.NoClassDefFoundError at io.mpoauth2"))
        .noneMatch(line -> line.contains("s3cret"));
  }

  @Test
  void a_listener_that_never_comes_back_holds_nobody_up_and_loses_the_newest()
      throws InterruptedException {
    Gate gate = new Gate();
    Noted slow =
        new Noted() {
          @Override
          public void cooldownBegun(CooldownEvent event) {
            gate.passWhateverHappens();
            super.cooldownBegun(event);
          }
        };
    try (Listeners listeners = Listeners.of(List.of(slow))) {
      tell(listeners, 1);
      gate.awaitArrival();
      for (int failures = 2; failures <= 1010; failures++) {
        tell(listeners, failures);
      }
      gate.open();

      for (int failures = 1; failures <= 1001; failures++) {
        assertThat(slow.next()).isEqualTo(failures);
      }
      assertThat(slow.failures).isEmpty();
    }

    assertThat(log.warnings()).singleElement().asString().startsWith("MPOA0101: ");
  }

  @Test
  void after_the_end_nobody_is_told_and_nothing_said() {
    Noted noted = new Noted();
    Listeners listeners = Listeners.of(List.of(noted));
    listeners.close();

    tell(listeners, 1);

    assertThat(noted.failures).isEmpty();
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void where_nobody_listens_no_event_is_made() {
    Listeners.of(List.of())
        .watching("signicat", SCOPE)
        .tell(
            nobody -> {
              throw new AssertionError("made");
            },
            TokenListener::cooldownBegun);
  }

  private void tell(Listeners listeners, int failures) {
    listeners
        .watching("signicat", SCOPE)
        .tell(
            nobody ->
                new CooldownTold(
                    told,
                    failures,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    new TokenUnavailableException("down", null)),
            TokenListener::cooldownBegun);
  }
}
