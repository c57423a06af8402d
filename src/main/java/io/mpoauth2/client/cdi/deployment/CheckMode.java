package io.mpoauth2.client.cdi.deployment;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What becomes of unusable settings that are found when the application starts. */
enum CheckMode {
  /** The application starts, and one warning tells of them. */
  WARN,
  /** The application does not start. */
  FAIL,
  /** Nobody looks. */
  OFF;

  static final String PROPERTY = "oauth2.client.deployment-check";

  /** Gives what is configured; empty if it is none of these. */
  static Optional<CheckMode> of(String configured) {
    for (CheckMode mode : values()) {
      if (mode.name().equals(configured.toUpperCase(Locale.ROOT))) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  /** Gives the text that is configured, or the default. */
  static String configured(Config config) {
    return config
        .getOptionalValue(PROPERTY, String.class)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElse("warn");
  }
}
