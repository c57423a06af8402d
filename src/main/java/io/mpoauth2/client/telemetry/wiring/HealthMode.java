package io.mpoauth2.client.telemetry.wiring;

import java.util.Locale;
import org.eclipse.microprofile.config.Config;

/** What MicroProfile Health says of a client: {@code oauth2.client.<name>.health}. */
enum HealthMode {
  /** Without a token the application is not ready. */
  READINESS,

  /** It is told, and the application is ready all the same. */
  WARN,

  /** Nothing. */
  OFF;

  static HealthMode of(Config config, String client) {
    String text =
        config
            .getOptionalValue("oauth2.client." + client + ".health", String.class)
            .orElse("")
            .strip()
            .toUpperCase(Locale.ROOT);
    for (HealthMode mode : values()) {
      if (mode.name().equals(text)) {
        return mode;
      }
    }
    return READINESS;
  }
}
