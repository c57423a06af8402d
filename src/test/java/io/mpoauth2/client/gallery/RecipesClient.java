package io.mpoauth2.client.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.token.AccessToken;
import java.util.List;

/** A client with the settings of a recipe, which asks a fake in the server's place. */
record RecipesClient(FakeTokenEndpoint fake) {
  static final String ID = "clientId";
  static final String SECRET = "clientSecret";

  AccessToken ask(Server server) {
    String here = "http://" + fake.host() + server.tokenEndpoint().getPath();
    MapConfig config = settings(server).with("token-endpoint", here);
    try (TokenProviders providers = TokenProviders.from(config.config())) {
      return providers.get(server.client()).token();
    }
  }

  static MapConfig settings(Server server) {
    MapConfig config = MapConfig.empty(server.client());
    server.settings().forEach(config::with);
    return config.with("client-id", ID).with("client-secret", SECRET);
  }

  static void assertWarnings(CapturedLog log, List<String> expected) {
    assertThat(log.warnings()).hasSameSizeAs(expected);
    assertThat(expected)
        .allSatisfy(words -> assertThat(log.warnings()).anyMatch(line -> line.contains(words)));
  }
}
