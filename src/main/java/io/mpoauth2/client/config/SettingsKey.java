package io.mpoauth2.client.config;

import java.util.Locale;

/** The properties of a client: {@code oauth2.client.<name>.<property>}. */
enum SettingsKey {
  TOKEN_ENDPOINT(""),
  CLIENT_ID(""),
  CLIENT_SECRET(""),
  CLIENT_SECRET_FILE(""),
  ALLOW_HTTP("false"),
  SCOPE(""),
  CLIENT_AUTHENTICATION("client_secret_basic"),
  BASIC_ENCODING("form"),
  AUDIENCE(""),
  RESOURCE(""),
  PARAMETERS(""),
  CONNECT_TIMEOUT("PT5S"),
  REQUEST_TIMEOUT("PT10S"),
  EXPIRY_MARGIN("PT30S"),
  REFRESH_MARGIN("PT5M"),
  DEFAULT_LIFETIME("PT5M"),
  RETRY_UNAUTHORIZED("true"),
  REPLAY_BUFFER("1M"),
  ALLOWED_ORIGINS("");

  private final String defaultValue;

  SettingsKey(String defaultValue) {
    this.defaultValue = defaultValue;
  }

  /** Gives the last part of the property's name. */
  String property() {
    return this == PARAMETERS
        ? "parameters.<p>"
        : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Gives the value that is taken where none is configured; empty if there is none. */
  String defaultValue() {
    return defaultValue;
  }

  /** Gives the whole property name for a client. */
  String of(String client) {
    return "oauth2.client." + client + "." + property();
  }
}
