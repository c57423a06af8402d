package io.mpoauth2.client.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.MapConfig;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The recipes for authorization servers and gateways in the field: their settings stand, and ask as
 * public pages and threads show that the server wants it. What it answers is {@link
 * GalleryAnswersTest}'s.
 */
class GalleryTest {
  private final FakeTokenEndpoint fake = FakeTokenEndpoint.start();
  private final RecipesClient client = new RecipesClient(fake);

  @AfterEach
  void close() {
    fake.close();
  }

  static List<Server> servers() {
    return Server.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void a_recipe_has_no_problem_as_it_stands(Server server) {
    MapConfig config = RecipesClient.settings(server);
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
        {"access_token": "value", "expires_in": 3600, "token_type": "%s"}\
        """
            .formatted(type));

    try (CapturedLog log = CapturedLog.start()) {
      client.ask(server);

      // A property without a meaning would be warned of.
      RecipesClient.assertWarnings(log, server.warns());
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

  @Test
  void the_page_is_what_was_tried() {
    RecipesPage.writeIfAsked(Server.all());

    assertThat(RecipesPage.committed()).isEqualTo(RecipesPage.of(Server.all()));
  }

  private void assertForm(String name, @Nullable String value) {
    List<String> values = value == null ? List.of() : List.of(value);
    assertThat(fake.onlyRequest().form(name)).as(name).isEqualTo(values);
  }

  private void assertLogin(String authentication) {
    if (authentication.equals("client_secret_post")) {
      assertForm("client_id", RecipesClient.ID);
      assertForm("client_secret", RecipesClient.SECRET);
      assertThat(fake.onlyRequest().header("Authorization")).isEmpty();
    } else {
      String login =
          Base64.getEncoder()
              .encodeToString((RecipesClient.ID + ":" + RecipesClient.SECRET).getBytes(UTF_8));
      assertThat(fake.onlyRequest().header("Authorization")).contains("Basic " + login);
    }
  }
}
