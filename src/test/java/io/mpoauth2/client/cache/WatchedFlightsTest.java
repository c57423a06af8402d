package io.mpoauth2.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.RecordedEvents;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.CooldownEvent;
import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenRequestEvent;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.TokenUnavailableException;
import io.mpoauth2.client.token.watch.ClientWatch;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What those are told who watch a cache. */
class WatchedFlightsTest {
  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource(clock);
  private final ManualThreads threads = new ManualThreads();
  private final RecordedEvents events = new RecordedEvents();
  private final CachedTokenProvider tokens = source.cachedWith(threads, events.watch());

  @Test
  void a_first_token_is_told_of_with_all_that_is_no_secret() {
    source.takes(Duration.ofMillis(340));
    var before = clock.instant();

    AccessToken token = tokens.token();

    TokenRequestEvent event = events.lastRequest();
    assertThat(events.names()).containsExactly("FIRST ISSUED");
    assertThat(event.client()).isEqualTo("signicat");
    assertThat(event.scope()).containsExactly("read");
    assertThat(event.endpoint()).contains(URI.create("https://login.example:8443/token"));
    assertThat(event.status()).isEqualTo(200);
    assertThat(event.error()).isNull();
    assertThat(event.failure()).isEmpty();
    assertThat(event.startedAt()).isEqualTo(before);
    assertThat(event.duration()).isEqualTo(Duration.ofMillis(340));
    assertThat(event.fingerprint()).contains(token.fingerprint());
    assertThat(event.expiresAt()).contains(token.expiresAt());
    assertThat(event.toString()).doesNotContain("token-1", "s3cret");
  }

  @Test
  void a_cached_token_is_no_event() {
    tokens.token();

    for (int call = 0; call < 100; call++) {
      tokens.token();
    }

    assertThat(events.names()).hasSize(1);
  }

  @Test
  void a_renewal_and_a_replacement_are_told_apart() {
    tokens.token();
    clock.advance(Duration.ofSeconds(700));
    AccessToken renewed = tokens.token();
    tokens.replace(tokens.token());

    assertThat(renewed.value()).isEqualTo("token-1");
    assertThat(events.names())
        .containsExactly("FIRST ISSUED", "RENEWAL ISSUED", "REPLACEMENT ISSUED");
  }

  @Test
  void a_refusal_begins_a_cooldown_and_the_next_token_ends_it() {
    source.refuses("invalid_scope");
    var unused = catchThrowable(tokens::token);
    CooldownEvent begun = events.lastCooldown();
    TokenRequestEvent refused = events.lastRequest();

    assertThat(events.names()).containsExactly("FIRST REFUSED", "cooldown begun");
    assertThat(refused.error()).isEqualTo("invalid_scope");
    assertThat(refused.failures()).isEqualTo(1);
    assertThat(refused.nextAttempt()).contains(clock.instant().plusSeconds(1));
    assertThat(begun.failures()).isEqualTo(1);
    assertThat(begun.since()).isEqualTo(clock.instant());
    assertThat(begun.until()).isEqualTo(clock.instant().plusSeconds(1));
    assertThat(begun.failure()).isSameAs(refused.failure().orElseThrow());

    source.recovers();
    clock.advance(Duration.ofSeconds(1));
    tokens.token();

    assertThat(events.names())
        .endsWith("FIRST REFUSED", "cooldown begun", "FIRST ISSUED", "cooldown ended");
    assertThat(events.lastCooldown().until()).isEqualTo(clock.instant());
    assertThat(events.lastCooldown().since()).isEqualTo(clock.instant().minusSeconds(1));
  }

  @Test
  void failures_are_counted_and_callers_during_a_cooldown_are_no_event() {
    source.fails(() -> TokenUnavailableException.answered("busy", 503, "server_error", null));

    for (int call = 0; call < 10; call++) {
      var unused = catchThrowable(tokens::token);
      clock.advance(Duration.ofMillis(500));
    }

    assertThat(events.names()).hasSize(10).containsOnly("FIRST UNAVAILABLE", "cooldown begun");
    assertThat(events.lastRequest().failures()).isEqualTo(5);
    assertThat(events.lastRequest().status()).isEqualTo(503);
    assertThat(events.lastRequest().error()).isEqualTo("server_error");
  }

  @Test
  void a_secret_that_was_changed_meanwhile_makes_two_requests_and_no_cooldown() {
    source.refusesOnce("invalid_client");
    source.afterTheNextReading(() -> source.settingsBecome("rotated"));

    tokens.token();

    assertThat(events.names()).containsExactly("FIRST REFUSED", "FIRST ISSUED");
    assertThat(events.lastRequest().failures()).isZero();
  }

  @Test
  void unusable_settings_are_told_of_though_nothing_is_sent() {
    source.settingsBreak("client-id is missing");

    var unused = catchThrowable(tokens::token);

    assertThat(events.names()).containsExactly("FIRST UNUSABLE_SETTINGS");
    assertThat(events.lastRequest().endpoint()).isEmpty();
    assertThat(events.lastRequest().failure()).isPresent();
  }

  @Test
  void a_request_that_hangs_is_told_of_once_at_its_deadline() throws InterruptedException {
    threads.startsThreads();
    var gate = source.ignoresInterrupts();
    var stage = tokens.tokenAsync();
    gate.awaitArrival();
    clock.advance(Duration.ofSeconds(10));

    threads.ring();
    gate.open();
    threads.awaitEnds();

    assertThat(stage.toCompletableFuture()).isCompletedExceptionally();
    assertThat(events.names()).containsExactly("FIRST UNAVAILABLE", "cooldown begun");
    assertThat(events.lastRequest().duration()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void an_event_has_what_its_listener_wanted_when_it_began() {
    threads.keeps();
    events.wants("caller's");
    var unused = tokens.tokenAsync();
    events.wants("somebody else's");

    threads.runAll();

    assertThat(events.lastRequest().context()).isEqualTo("caller's");
  }

  @Test
  void who_waits_has_the_outcome_where_those_who_watch_cannot_be_told() {
    InstantSource broken =
        () -> {
          throw new OutOfMemoryError("no memory for an event");
        };
    CachedTokenProvider untold =
        new CachedTokenProvider(
            source,
            new RefreshPolicy(() -> 0),
            clock::nanoTime,
            broken,
            threads.threads(),
            ClientWatch.unwatched("signicat"));

    assertThat(untold.tokenAsync()).isCompletedWithValueMatching(t -> t.value().equals("token-1"));
    clock.advance(Duration.ofSeconds(1000));
    source.refuses("invalid_scope");
    assertThat(untold.tokenAsync()).isCompletedExceptionally();
    clock.advance(Duration.ofSeconds(1000));
    source.settingsBreak("client-id is missing");
    assertThat(untold.tokenAsync()).isCompletedExceptionally();
  }

  @Test
  void who_waits_has_the_token_of_a_source_that_cannot_say_whom_it_asks() {
    TokenSource nameless =
        refused ->
            new TokenSource.Exchange() {
              @Override
              public IssuedToken send(Duration timeLeft) {
                Instant end = clock.instant().plusSeconds(60);
                return IssuedToken.of(
                    new AccessToken("nameless", "Bearer", end, Set.of()), Duration.ofSeconds(60));
              }

              @Override
              public Duration timeout() {
                return Duration.ofSeconds(2);
              }

              @Override
              public URI endpoint() {
                throw new NoClassDefFoundError("is not deployed");
              }
            };
    CachedTokenProvider tokensOfNobody =
        new CachedTokenProvider(
            nameless,
            new RefreshPolicy(() -> 0),
            clock::nanoTime,
            clock,
            threads.threads(),
            events.watch());

    assertThat(tokensOfNobody.tokenAsync())
        .isCompletedWithValueMatching(t -> t.value().equals("nameless"));

    assertThat(events.names()).containsExactly("FIRST ISSUED");
    assertThat(events.lastRequest().endpoint()).isEmpty();
  }
}
