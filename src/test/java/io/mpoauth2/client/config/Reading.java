package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.token.CallSettings;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** What becomes of the settings of the client {@code default}. */
final class Reading {
  private Reading() {}

  static ClientSettings client(MapConfig config, String... scope) {
    return reader(config, scope).get();
  }

  static CallSettings call(MapConfig config) {
    return reader(config).call();
  }

  /** The problems that are found when a REST client is built. */
  static List<String> problems(MapConfig config, String... scope) {
    return catchThrowableOfType(InvalidSettingsException.class, () -> reader(config, scope).call())
        .problems();
  }

  private static SettingsReader reader(MapConfig config, String... scope) {
    return new SettingsReader(config.config(), "default", Set.of(scope), new AtomicBoolean());
  }
}
