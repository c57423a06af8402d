package io.mpoauth2.client.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The properties of a client: {@code oauth2.client.<name>.<property>}. */
enum SettingsKey {
  TOKEN_ENDPOINT(null),
  CLIENT_ID(null),
  CLIENT_SECRET(null),
  CLIENT_SECRET_FILE(null),
  ALLOW_HTTP("false"),
  SCOPE(null),
  CLIENT_AUTHENTICATION("client_secret_basic"),
  BASIC_ENCODING("form"),
  AUDIENCE(null),
  RESOURCE(null),
  PARAMETERS(null),
  CONNECT_TIMEOUT("PT5S"),
  REQUEST_TIMEOUT("PT10S"),
  EXPIRY_MARGIN("PT30S"),
  REFRESH_MARGIN("PT5M"),
  DEFAULT_LIFETIME("PT5M"),
  RETRY_UNAUTHORIZED("true"),
  REPLAY_BUFFER("1M"),
  ALLOWED_ORIGINS(null);

  private final @Nullable String defaultValue;

  SettingsKey(@Nullable String defaultValue) {
    this.defaultValue = defaultValue;
  }

  /** Gives the last part of the property's name. */
  String property() {
    return this == PARAMETERS
        ? "parameters.<p>"
        : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Gives the value that is taken where none is configured; null if there is none. */
  @Nullable String defaultValue() {
    return defaultValue;
  }

  /** Gives the whole property name for a client. */
  String of(String client) {
    return "oauth2.client." + client + "." + property();
  }
}
