package io.mpoauth2.client.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.gallery.ServerAnswer.Kind;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays the answers of authorization servers and gateways in the field, as public pages and threads
 * show them, against the settings of the recipe for each.
 */
class GalleryTest {
  private static final String ID = "clientId";
  private static final String SECRET = "clientSecret";

  private final FakeTokenEndpoint fake = FakeTokenEndpoint.start();

  @AfterEach
  void close() {
    fake.close();
  }

  static List<Server> servers() {
    return Server.all();
  }

  static Stream<Arguments> tokens() {
    return answers(Kind.TOKEN);
  }

  static Stream<Arguments> refusals() {
    return answers(Kind.REFUSAL);
  }

  static Stream<Arguments> unavailable() {
    return answers(Kind.UNAVAILABLE);
  }

  private static Stream<Arguments> answers(Kind kind) {
    return Server.all().stream()
        .flatMap(
            server ->
                server.answers().stream()
                    .filter(answer -> answer.kind() == kind)
                    .map(answer -> Arguments.of(server, answer)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void a_recipe_has_no_problem_as_it_stands(Server server) {
    MapConfig config = settings(server);
    if (server.settings().containsKey("token-endpoint")) {
      config.with("token-endpoint", server.tokenEndpoint().toString());
    }

    try (TokenProviders providers = TokenProviders.from(config.config())) {
      assertThatCode(() -> providers.callSettings(server.client())).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void a_fact_has_its_public_source(Server server) {
    assertThat(server.sources())
        .isNotEmpty()
        .allSatisfy((url, shows) -> assertThat(url).startsWith("https://"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void the_request_is_what_the_server_wants(Server server) {
    String type = server.settings().getOrDefault("token-type", "Bearer").replaceFirst(",.*", "");
    fake.answers(
        200,
        """
        {"access_token": "value", "expires_in": 3600, "token_type": "%s"}"""
            .formatted(type));

    try (CapturedLog log = CapturedLog.start()) {
      ask(server);

      // A property without a meaning would be warned of.
      assertWarnings(log, server.warns());
    }
    assertThat(fake.onlyRequest().uri().getPath()).isEqualTo(server.tokenEndpoint().getPath());
    assertForm("grant_type", server.settings().getOrDefault("grant-type", "client_credentials"));
    for (String property : List.of("scope", "audience", "resource")) {
      assertForm(property, server.settings().get(property));
    }
    server.settingsUnder("parameters.").forEach(this::assertForm);
    server
        .settingsUnder("headers.")
        .forEach((name, value) -> assertThat(fake.onlyRequest().header(name)).contains(value));
    assertLogin(server.settings().getOrDefault("client-authentication", "client_secret_basic"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("tokens")
  void a_token_is_read(Server server, ServerAnswer answer) {
    play(answer);

    try (CapturedLog log = CapturedLog.start()) {
      Instant before = Instant.now();
      AccessToken token = ask(server);
      Instant after = Instant.now();

      Duration lifetime = Duration.ofSeconds(answer.expected().getInt("lifetime"));
      assertThat(token.value()).isEqualTo(answer.expected().getString("value"));
      assertThat(token.type()).isEqualTo("Bearer");
      assertThat(token.expiresAt()).isBetween(before.plus(lifetime), after.plus(lifetime));
      assertThat(String.join(" ", token.scope()))
          .isEqualTo(answer.expected().getString("scope", ""));
      assertWarnings(log, Stream.concat(server.warns().stream(), answer.warns().stream()).toList());
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refusals")
  void a_refusal_says_what_the_server_said(Server server, ServerAnswer answer) {
    play(answer);

    TokenRefusedException refusal =
        catchThrowableOfType(TokenRefusedException.class, () -> ask(server));

    assertThat(refusal.status()).isEqualTo(answer.status());
    assertThat(refusal.error()).isEqualTo(answer.expected().getString("error", null));
    assertMessage(refusal, answer);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("unavailable")
  void an_overload_is_waited_for(Server server, ServerAnswer answer) {
    play(answer);

    TokenUnavailableException overload =
        catchThrowableOfType(TokenUnavailableException.class, () -> ask(server));

    int told = answer.expected().getInt("retry-after", -1);
    if (told >= 0) {
      assertThat(overload.retryAfter()).contains(Duration.ofSeconds(told));
    } else {
      assertThat(overload.retryAfter()).isEmpty();
    }
    assertMessage(overload, answer);
  }

  @Test
  void the_page_is_what_was_tried() {
    RecipesPage.writeIfAsked(Server.all());

    assertThat(RecipesPage.committed()).isEqualTo(RecipesPage.of(Server.all()));
  }

  private void play(ServerAnswer answer) {
    fake.answers(answer.status(), answer.body(), answer.headers());
  }

  private AccessToken ask(Server server) {
    String here = "http://" + fake.host() + server.tokenEndpoint().getPath();
    MapConfig config = settings(server).with("token-endpoint", here);
    try (TokenProviders providers = TokenProviders.from(config.config())) {
      return providers.get(server.client()).token();
    }
  }

  private static MapConfig settings(Server server) {
    MapConfig config = MapConfig.empty(server.client());
    server.settings().forEach(config::with);
    return config.with("client-id", ID).with("client-secret", SECRET);
  }

  private void assertForm(String name, @Nullable String value) {
    List<String> values = value == null ? List.of() : List.of(value);
    assertThat(fake.onlyRequest().form(name)).as(name).isEqualTo(values);
  }

  private void assertLogin(String authentication) {
    if (authentication.equals("client_secret_post")) {
      assertForm("client_id", ID);
      assertForm("client_secret", SECRET);
      assertThat(fake.onlyRequest().header("Authorization")).isEmpty();
    } else {
      String login = Base64.getEncoder().encodeToString((ID + ":" + SECRET).getBytes(UTF_8));
      assertThat(fake.onlyRequest().header("Authorization")).contains("Basic " + login);
    }
  }

  private static void assertWarnings(CapturedLog log, List<String> expected) {
    assertThat(log.warnings()).hasSameSizeAs(expected);
    assertThat(expected)
        .allSatisfy(words -> assertThat(log.warnings()).anyMatch(line -> line.contains(words)));
  }

  private static void assertMessage(TokenException failure, ServerAnswer answer) {
    assertThat(failure).hasMessageContaining(String.valueOf(answer.status()));
    assertThat(answer.says()).allSatisfy(words -> assertThat(failure).hasMessageContaining(words));
    assertThat(failure.getMessage()).doesNotContain(SECRET);
    assertThat(answer.hides())
        .allSatisfy(token -> assertThat(failure.getMessage()).doesNotContain(token));
  }
}
