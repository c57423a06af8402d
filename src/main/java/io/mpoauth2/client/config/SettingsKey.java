package io.mpoauth2.client.config;

import io.mpoauth2.client.token.IssuedToken;

/** The properties of a client: {@code oauth2.client.<name>.<property>}. */
enum SettingsKey {
  TOKEN_ENDPOINT("token-endpoint", ""),
  CLIENT_ID("client-id", ""),
  CLIENT_SECRET("client-secret", ""),
  CLIENT_SECRET_FILE("client-secret-file", ""),
  ALLOW_HTTP("allow-http", "false"),
  SCOPE("scope", ""),
  CLIENT_AUTHENTICATION("client-authentication", "client_secret_basic"),
  BASIC_ENCODING("basic-encoding", "form"),
  GRANT_TYPE("grant-type", "client_credentials"),
  AUDIENCE("audience", ""),
  RESOURCE("resource", ""),
  PARAMETERS("parameters.<p>", ""),
  HEADERS("headers.<h>", ""),
  TOKEN_TYPE("token-type", "Bearer"),
  CONNECT_TIMEOUT("connect-timeout", "PT5S"),
  REQUEST_TIMEOUT("request-timeout", "PT10S"),
  EXPIRY_MARGIN("expiry-margin", IssuedToken.EXPIRY_MARGIN.toString()),
  REFRESH_MARGIN("refresh-margin", IssuedToken.REFRESH_MARGIN.toString()),
  DEFAULT_LIFETIME("default-lifetime", "PT5M"),
  MAX_LIFETIME("max-lifetime", ""),
  RETRY_UNAUTHORIZED("retry-unauthorized", "true"),
  REPLAY_BUFFER("replay-buffer", "1M"),
  ALLOWED_ORIGINS("allowed-origins", "");

  private final String property;
  private final String defaultValue;

  SettingsKey(String property, String defaultValue) {
    this.property = property;
    this.defaultValue = defaultValue;
  }

  /** Gives the last part of the property's name. */
  String property() {
    return property;
  }

  /** Says whether it stands for many properties, each with a name that the user gives it. */
  boolean isFamily() {
    return property.endsWith(">");
  }

  /** Gives the value that is taken where none is configured; empty if there is none. */
  String defaultValue() {
    return defaultValue;
  }

  /** Gives the whole property name for a client; of a family, that of its members. */
  String of(String client) {
    return "oauth2.client." + client + "." + property;
  }

  /** Gives the whole name of a member of a family. */
  String of(String client, String member) {
    return of(client).replaceFirst("<.>$", "") + member;
  }
}
