package io.mpoauth2.client.config;

import org.jspecify.annotations.Nullable;

/** The properties of a client: {@code oauth2.client.<name>.<property>}. */
enum SettingsKey {
  TOKEN_ENDPOINT("token-endpoint", null),
  CLIENT_ID("client-id", null),
  CLIENT_SECRET("client-secret", null),
  CLIENT_SECRET_FILE("client-secret-file", null),
  ALLOW_HTTP("allow-http", "false"),
  SCOPE("scope", null),
  CLIENT_AUTHENTICATION("client-authentication", "client_secret_basic"),
  BASIC_ENCODING("basic-encoding", "form"),
  AUDIENCE("audience", null),
  RESOURCE("resource", null),
  PARAMETERS("parameters.<p>", null),
  CONNECT_TIMEOUT("connect-timeout", "PT5S"),
  REQUEST_TIMEOUT("request-timeout", "PT10S"),
  EXPIRY_MARGIN("expiry-margin", "PT30S"),
  REFRESH_MARGIN("refresh-margin", "PT5M"),
  DEFAULT_LIFETIME("default-lifetime", "PT5M"),
  RETRY_UNAUTHORIZED("retry-unauthorized", "true"),
  REPLAY_BUFFER("replay-buffer", "1M"),
  ALLOWED_ORIGINS("allowed-origins", null);

  private final String property;
  private final @Nullable String defaultValue;

  SettingsKey(String property, @Nullable String defaultValue) {
    this.property = property;
    this.defaultValue = defaultValue;
  }

  /** Gives the last part of the property's name. */
  String property() {
    return property;
  }

  /** Gives the value that is taken where none is configured; null if there is none. */
  @Nullable String defaultValue() {
    return defaultValue;
  }

  /** Gives the whole property name for a client. */
  String of(String client) {
    return "oauth2.client." + client + "." + property;
  }
}
