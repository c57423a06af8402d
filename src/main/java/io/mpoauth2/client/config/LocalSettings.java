package io.mpoauth2.client.config;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.operation.ClientLog;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Whether a client does without an authorization server: switched off, or with a fixed token. */
final class LocalSettings {
  private final SettingsValues values;

  LocalSettings(SettingsValues values) {
    this.values = values;
  }

  /**
   * Gives the provider of a client that asks nobody.
   *
   * @return null for any other client, and for one with a problem in these settings: it is told
   *     with all others when they are read
   */
  static @Nullable TokenProvider provider(Config config, ClientLog log) {
    Findings findings = new Findings(log.client());
    try {
      LocalSettings settings =
          new LocalSettings(new SettingsValues(new ConfiguredText(config), log.client(), findings));
      if (!settings.isEnabled()) {
        return findings.hasProblems() ? null : new SwitchedOff(log);
      }
      String token = settings.accessToken();
      return token.isEmpty() || findings.hasProblems()
          ? null
          : new FixedToken(new AccessToken(token, "Bearer", Instant.MAX, Set.of()), log);
    } catch (RuntimeException | LinkageError e) {
      // A configuration that throws is told, without its words, where all settings are read.
      return null;
    }
  }

  boolean isEnabled() {
    return values.flag(SettingsKey.ENABLED);
  }

  boolean isFixed() {
    return values.isSet(SettingsKey.ACCESS_TOKEN);
  }

  /** Gives the fixed token; empty if there is none, or none that could be sent. */
  String accessToken() {
    String token = values.text(SettingsKey.ACCESS_TOKEN);
    if (!token.isEmpty() && !AccessToken.isSendable(token)) {
      values.problem(
          SettingsKey.ACCESS_TOKEN,
          "has a character that no token may have in a header (RFC 6750, section 2.1)");
      return "";
    }
    return token;
  }
}
