package io.mpoauth2.client.restclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.WithToken;
import io.mpoauth2.client.config.InvalidSettingsException;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.RegisteredConfig;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows B14 and B19: a client that is switched off, or has a fixed token; plain clients' settings.
 */
public class WithoutServerTest {
  private static final String CLIENT = "oauth2.client.local.";

  private final FakeApi api = new FakeApi();
  private final RegisteredConfig config = new RegisteredConfig();

  @AfterEach
  void close() {
    config.close();
    api.close();
  }

  @OAuth2Client("local")
  public interface Local {
    @GET
    @Path("a")
    String get();
  }

  @OAuth2Client("local")
  public interface OneOff extends Local {
    @GET
    @Path("b")
    @WithToken("off")
    String off();
  }

  @Test
  void a_client_that_is_switched_off_calls_without_a_token_and_needs_no_other_setting() {
    config.set(CLIENT + "enabled", "false");

    build(Local.class).get();

    assertThat(api.tokens()).containsOnlyNulls();
  }

  @Test
  void no_other_setting_of_it_is_looked_at() {
    config
        .set(CLIENT + "enabled", "false")
        .set(CLIENT + "token-endpoint", "http://user@nowhere")
        .set(CLIENT + "replay-buffer", "much")
        .set(CLIENT + "access-token", "t\u00f6ken")
        .set(CLIENT + "allowed-origins", "https://api.example");

    build(Local.class).get();

    assertThat(api.tokens()).containsOnlyNulls();
  }

  @ParameterizedTest
  @ValueSource(strings = {"enabled", "access-token"})
  void it_is_told_once_however_many_clients_are_built(String property) {
    config.set(CLIENT + property, property.equals("enabled") ? "false" : "t0ken");
    try (CapturedLog log = CapturedLog.start()) {
      for (int client = 0; client < 3; client++) {
        build(Local.class).get();
      }

      assertThat(log.warnings()).singleElement().asString().contains(CLIENT + property);
      assertThat(log.everything()).doesNotContain("Bearer t0ken,");
    }
  }

  @Test
  void it_is_read_when_the_client_is_built() {
    config.set(CLIENT + "enabled", "false");
    Local off = build(Local.class);
    config.set(CLIENT + "enabled", "true").set(CLIENT + "access-token", "t0ken");
    Local on = build(Local.class);

    off.get();
    on.get();

    assertThat(api.tokens()).containsExactly(null, "Bearer t0ken");
  }

  @Test
  void a_fixed_token_needs_no_other_setting() {
    config.set(CLIENT + "access-token", "t0ken");

    build(Local.class).get();

    assertThat(api.tokens()).containsExactly("Bearer t0ken");
  }

  @Test
  void switched_off_wins_over_a_fixed_token() {
    config.set(CLIENT + "access-token", "t0ken").set(CLIENT + "enabled", "false");

    build(Local.class).get();

    assertThat(api.tokens()).containsOnlyNulls();
  }

  @Test
  void a_401_to_a_fixed_token_stays_and_the_log_says_why() {
    config.set(CLIENT + "access-token", "t0ken");
    api.alwaysAnswers(Answer.unauthorized("Bearer error=\"invalid_token\""));
    Local client = build(Local.class);
    try (CapturedLog log = CapturedLog.start()) {
      assertThatThrownBy(client::get).isInstanceOf(WebApplicationException.class);
      assertThatThrownBy(client::get).isInstanceOf(WebApplicationException.class);

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("401", CLIENT + "access-token", "fixed")
          .doesNotContain("t0ken");
    }
    assertThat(api.requests()).hasSize(2);
  }

  @Test
  void what_shapes_a_call_holds_for_a_fixed_token_too() {
    config
        .set(CLIENT + "access-token", "t0ken")
        .set(CLIENT + "allowed-origins", "https://api.example");

    assertThatThrownBy(() -> build(Local.class).get())
        .hasMessageContaining(CLIENT + "allowed-origins");
  }

  @ParameterizedTest
  @ValueSource(strings = {"t0ken in two", "t0k\u00e9n", "t0ken\u0007", "t0ken\nX-Header: x"})
  void a_fixed_token_that_cannot_be_sent_is_a_problem_and_not_shown(String token) {
    config.set(CLIENT + "access-token", token);

    Throwable built = catchThrowable(() -> build(Local.class));
    try (TokenProviders providers = TokenProviders.from(config.config())) {
      Throwable asked = catchThrowable(() -> providers.get("local").token());

      assertThat(asked).isInstanceOf(InvalidSettingsException.class).hasMessage(built.getMessage());
    }
    assertThat(((InvalidSettingsException) built).problems())
        .singleElement()
        .asString()
        .startsWith(CLIENT + "access-token ")
        .doesNotContain("t0k");
  }

  @Test
  void a_flag_that_is_none_is_a_problem_beside_the_others() {
    config.set(CLIENT + "enabled", "perhaps");

    assertThatThrownBy(() -> build(Local.class))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(CLIENT + "enabled ")
        .hasMessageContaining(CLIENT + "client-id ");
  }

  @Test
  void one_methods_client_is_switched_off() {
    config.set(CLIENT + "access-token", "t0ken").set("oauth2.client.off.enabled", "false");
    OneOff client = build(OneOff.class);

    client.get();
    client.off();

    assertThat(api.tokens()).containsExactly("Bearer t0ken", null);
  }

  @Test
  void who_asks_for_a_token_of_a_client_that_is_switched_off_is_told_the_property() {
    config.set(CLIENT + "enabled", "false");
    try (TokenProviders providers = TokenProviders.from(config.config())) {
      TokenProvider tokens = providers.get("local");

      assertThatThrownBy(tokens::token)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(CLIENT + "enabled");
      assertThat(tokens.tokenAsync().toCompletableFuture()).isCompletedExceptionally();
    }
  }

  @Test
  void a_fixed_token_has_no_end_and_is_not_replaced() {
    config.set(CLIENT + "access-token", "t0ken");
    try (CapturedLog log = CapturedLog.start();
        TokenProviders providers = TokenProviders.from(config.config())) {
      AccessToken token = providers.get("local").token();

      assertThat(token.value()).isEqualTo("t0ken");
      assertThat(token.type()).isEqualTo("Bearer");
      assertThat(token.expiresAt()).isEqualTo(Instant.MAX);
      assertThat(providers.get("local").replace(token)).isEqualTo(token);
      assertThat(log.warnings()).hasSize(1);
      assertThat(providers.get("local")).asString().doesNotContain("t0ken");
    }
  }

  @Test
  void plain_client_that_is_switched_off_calls_without_a_token() {
    config.set(CLIENT + "enabled", "false");
    try (CapturedLog log = CapturedLog.start();
        TokenProviders providers = TokenProviders.from(config.config())) {
      plain(new BearerTokenFilter(providers.get("local")));
      plain(new BearerTokenFilter(providers.get("local"), providers.callSettings("local")));

      assertThat(log.warnings()).hasSize(1);
    }
    assertThat(api.tokens()).containsExactly(null, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allowed-origins=https://api.example",
        "retry-unauthorized=false",
        "replay-buffer=2M",
        "allow-http=true"
      })
  void settings_that_a_bare_provider_does_not_use_are_told_once(String setting) {
    String property = CLIENT + setting.substring(0, setting.indexOf('='));
    config
        .set(CLIENT + "access-token", "t0ken")
        .set(property, setting.substring(setting.indexOf('=') + 1));
    try (TokenProviders providers = TokenProviders.from(config.config())) {
      plain(new BearerTokenFilter(providers.get("local")));
      try (CapturedLog log = CapturedLog.start()) {
        new BearerTokenFilter(providers.get("local"));
        assertThat(log.warnings()).isEmpty();
      }
    }
    try (CapturedLog log = CapturedLog.start();
        TokenProviders providers = TokenProviders.from(config.config())) {
      new BearerTokenFilter(providers.get("local"));

      assertThat(log.warnings())
          .filteredOn(line -> line.contains("not used"))
          .singleElement()
          .asString()
          .contains(property, "TokenProviders.callSettings(\"local\")");
    }
  }

  @Test
  void settings_that_are_given_are_not_told() {
    config
        .set(CLIENT + "access-token", "t0ken")
        .set(CLIENT + "allowed-origins", "https://a.example");
    try (CapturedLog log = CapturedLog.start();
        TokenProviders providers = TokenProviders.from(config.config())) {
      new BearerTokenFilter(providers.get("local"), providers.callSettings("local"));

      assertThat(log.warnings()).noneMatch(line -> line.contains("not used"));
    }
  }

  private void plain(BearerTokenFilter filter) {
    try (Client client = ClientBuilder.newClient();
        Response answer = client.target(api.uri()).register(filter).request().get()) {
      assertThat(answer.getStatus()).isEqualTo(200);
    }
  }

  private <T> T build(Class<T> type) {
    return RestClientBuilder.newBuilder().baseUri(api.uri()).build(type);
  }
}
