package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.token.CallSettings;
import java.util.List;
import java.util.Set;

/** What becomes of the settings of a client, which is {@code default} where none is named. */
final class Reading {
  private Reading() {}

  static ClientSettings client(MapConfig config, String... scope) {
    return reader("default", config, scope).get();
  }

  static ClientSettings client(String name, MapConfig config) {
    return reader(name, config).get();
  }

  static CallSettings call(MapConfig config) {
    return reader("default", config).callSettings();
  }

  /** The problems that are found when a REST client is built. */
  static List<String> problems(MapConfig config, String... scope) {
    return catchThrowableOfType(
            InvalidSettingsException.class, () -> reader("default", config, scope).callSettings())
        .problems();
  }

  private static SettingsReader reader(String name, MapConfig config, String... scope) {
    return new SettingsReader(config.config(), new TokenKey(name, Set.of(scope)));
  }
}
