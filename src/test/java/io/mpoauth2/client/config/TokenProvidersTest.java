package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.testing.Caller;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.TokenProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TokenProvidersTest {

  private final FakeTokenEndpoint server = FakeTokenEndpoint.start().answersToken("first", 3600);
  private final MapConfig config =
      MapConfig.complete("signicat").with("token-endpoint", server.uri().toString());
  private final TokenProviders providers = TokenProviders.from(config.config());

  @AfterEach
  void close() {
    providers.close();
    server.close();
  }

  @Test
  void a_token_is_got_once_and_kept() {
    TokenProvider tokens = providers.get("signicat");

    AccessToken first = tokens.token();
    AccessToken again = tokens.token();

    assertThat(first.value()).isEqualTo("first");
    assertThat(again).isSameAs(first);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void the_same_name_and_scope_set_have_the_same_provider() {
    TokenProvider tokens = providers.get("signicat", List.of("document_read", "event"));

    assertThat(providers.get("signicat", List.of("event document_read"))).isSameAs(tokens);
    assertThat(providers.get("signicat", Set.of(" event ", "document_read event")))
        .isSameAs(tokens);
  }

  @Test
  void no_scope_means_the_configured_one() {
    config.with("scope", "document_read");

    providers.get("signicat", List.of("", " ")).token();

    assertThat(providers.get("signicat")).isSameAs(providers.get("signicat", List.of()));
    assertThat(server.onlyRequest().form("scope")).containsExactly("document_read");
  }

  @Test
  void other_scope_sets_have_other_tokens() {
    AccessToken first = providers.get("signicat", List.of("document_read")).token();

    server.answersToken("second", 3600);
    AccessToken second = providers.get("signicat", List.of("document_write")).token();

    assertThat(first.value()).isEqualTo("first");
    assertThat(second.value()).isEqualTo("second");
    assertThat(server.lastRequest().form("scope")).containsExactly("document_write");
  }

  @Test
  void scope_is_case_sensitive() {
    assertThat(providers.get("signicat", List.of("Event")))
        .isNotSameAs(providers.get("signicat", List.of("event")));
  }

  @Test
  void other_clients_have_other_providers() {
    assertThat(providers.get("signicat")).isNotSameAs(providers.get("default"));
  }

  @Test
  void settings_are_read_again_for_each_token_request() {
    TokenProvider tokens = providers.get("signicat");
    AccessToken first = tokens.token();

    config.with("client-id", "rotated").with("scope", "event");
    server.answersToken("second", 3600);
    AccessToken second = tokens.replace(first);

    assertThat(second.value()).isEqualTo("second");
    assertThat(server.lastRequest().form("scope")).containsExactly("event");
    assertThat(server.lastRequest().header("Authorization"))
        .contains("Basic cm90YXRlZDpjbGllbnRTZWNyZXQ=");
  }

  @Test
  void the_secret_file_is_read_again_for_each_token_request(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "clientSecret\n");
    config.without("client-secret").with("client-secret-file", file.toString());
    AccessToken first = providers.get("signicat").token();

    Files.writeString(file, "rotated\n");
    server.answersToken("second", 3600);
    providers.get("signicat").replace(first);

    assertThat(server.requests().get(0).header("Authorization"))
        .contains("Basic Y2xpZW50SWQ6Y2xpZW50U2VjcmV0");
    assertThat(server.lastRequest().header("Authorization"))
        .contains("Basic Y2xpZW50SWQ6cm90YXRlZA==");
  }

  @Test
  void a_token_got_with_older_settings_serves_though_they_went_bad() {
    TokenProvider tokens = providers.get("signicat");
    AccessToken first = tokens.token();

    config.without("client-id");

    assertThat(tokens.token()).isSameAs(first);
  }

  @Test
  void bad_settings_are_told_at_the_first_token() {
    config.without("client-id");

    TokenProvider tokens = providers.get("signicat");

    assertThatThrownBy(tokens::token)
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("oauth2.client.signicat.client-id is missing");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void settings_that_were_put_right_are_taken_at_once() {
    config.without("client-id");
    TokenProvider tokens = providers.get("signicat");
    assertThatThrownBy(tokens::token).isInstanceOf(InvalidSettingsException.class);

    config.with("client-id", "clientId");

    assertThat(tokens.token().value()).isEqualTo("first");
  }

  /** Row C4: settings read outside the flight. */
  @Test
  void two_hundred_cold_callers_have_the_settings_read_once() {
    providers.get("signicat", List.of("one")).token();
    int before = config.reads();
    providers.get("signicat", List.of("two")).token();
    int readByOne = config.reads() - before;

    List<Caller> crowd = Caller.crowdAsks(200, providers.get("signicat", List.of("three"))::token);

    assertThat(crowd).allSatisfy(caller -> assertThat(caller.token()).isNotNull());
    assertThat(config.reads() - before).isEqualTo(2 * readByOne);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void bad_settings_of_a_call_are_told_when_they_are_read() {
    config.with("allowed-origins", "*");

    assertThatThrownBy(() -> providers.callSettings("signicat", List.of()))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("oauth2.client.signicat.allowed-origins");
  }

  @Test
  void a_check_asks_for_no_token() {
    CallSettings call = providers.callSettings("signicat", List.of());

    assertThat(call).usingRecursiveComparison().isEqualTo(CallSettings.DEFAULTS);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void what_is_odd_about_settings_is_logged_once() {
    config.with("scope", "document_read,event");

    try (CapturedLog log = CapturedLog.start()) {
      AccessToken first = providers.get("signicat").token();
      server.answersToken("second", 3600);
      providers.get("signicat").replace(first);

      assertThat(log.warnings()).singleElement().asString().contains("signicat.scope", "comma");
    }
  }

  @Test
  void what_is_odd_about_settings_is_logged_once_for_all_scope_sets() {
    config.with("requst-timeout", "5s");

    try (CapturedLog log = CapturedLog.start()) {
      providers.get("signicat", List.of("document_read")).token();
      providers.get("signicat", List.of("document_file")).token();

      assertThat(log.warnings()).singleElement().asString().contains("request-timeout?");
    }
  }

  @Test
  void two_configurations_have_two_providers_of_one_name() {
    try (TokenProviders others = TokenProviders.from(MapConfig.complete("signicat").config())) {
      assertThat(others.get("signicat")).isNotSameAs(providers.get("signicat"));
    }
  }

  @Test
  void after_closing_there_is_no_provider_and_no_request() {
    TokenProvider tokens = providers.get("signicat");

    providers.close();
    providers.close();

    assertThatThrownBy(() -> providers.get("signicat")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> providers.callSettings("signicat", List.of()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(tokens::token).isInstanceOf(IllegalStateException.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void closing_ends_a_renewal_and_its_thread() throws InterruptedException {
    server.answersToken("first", 3);
    config.with("expiry-margin", "0");
    TokenProvider tokens = providers.get("signicat");
    tokens.token();
    server.neverAnswers();
    while (server.requests().size() < 2) {
      tokens.token();
    }

    providers.close();

    for (Thread thread : renewalThreads()) {
      thread.join();
    }
    assertThat(renewalThreads()).isEmpty();
  }

  /** Rule 7: whoever was given a provider meanwhile is told of the end, not of an outage. */
  @Test
  void closing_while_providers_are_made_leaves_none_that_looks_for_a_thread() throws Exception {
    for (int round = 0; round < 200; round++) {
      TokenProviders others = TokenProviders.from(config.config());
      FutureTask<Void> closing = new FutureTask<>(others::close, null);
      new Thread(closing, "closing").start();

      @Nullable Throwable told =
          catchThrowable(() -> others.get("signicat").tokenAsync().toCompletableFuture().join());

      if (told != null) {
        Throwable reason = told instanceof CompletionException ? told.getCause() : told;
        assertThat(reason).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
      }
      closing.get(20, TimeUnit.SECONDS);
    }
  }

  private static List<Thread> renewalThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("mp-oauth2-client-flight"))
        .toList();
  }
}
