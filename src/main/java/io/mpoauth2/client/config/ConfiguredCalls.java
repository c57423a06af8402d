package io.mpoauth2.client.config;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** What is configured of a client's calls, which a filter has only if somebody gives it that. */
record ConfiguredCalls(Config config, String client) {

  /** Gives the whole names of those that are set to something else than their default. */
  List<String> properties() {
    SettingsValues values =
        new SettingsValues(new ConfiguredText(config), client, new Findings(client));
    return Stream.of(
            SettingsKey.ALLOWED_ORIGINS,
            SettingsKey.RETRY_UNAUTHORIZED,
            SettingsKey.REPLAY_BUFFER,
            SettingsKey.ALLOW_HTTP)
        .filter(key -> !values.text(key).equals(key.defaultValue()))
        .map(values::name)
        .toList();
  }
}
