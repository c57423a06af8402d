package io.mpoauth2.client.config;

import io.mpoauth2.client.token.IssuedToken;

/**
 * The properties of a client, {@code oauth2.client.<name>.<property>}, each with what it means and
 * its default. Durations are ISO-8601 or plain seconds.
 */
enum SettingsKey {
  /** Where tokens are asked for (RFC 6749, section 3.2). */
  TOKEN_ENDPOINT("token-endpoint", ""),

  /** Who asks (RFC 6749, section 2.2). */
  CLIENT_ID("client-id", ""),

  /** What proves it, as it is. */
  CLIENT_SECRET("client-secret", ""),

  /** What proves it, in a file that is read again for each token request. */
  CLIENT_SECRET_FILE("client-secret-file", ""),

  /** Whether token endpoint and API may be http on hosts other than loopback. */
  ALLOW_HTTP("allow-http", "false"),

  /** What is asked for where the annotation does not say, delimited by spaces. */
  SCOPE("scope", ""),

  /** The way to authenticate, by its name in RFC 7591, section 2. */
  CLIENT_AUTHENTICATION("client-authentication", "client_secret_basic"),

  /** Whether id and secret are form-encoded before Basic (RFC 6749, section 2.3.1). */
  BASIC_ENCODING("basic-encoding", "form"),

  /** The grant, which goes into the form as it is. */
  GRANT_TYPE("grant-type", "client_credentials"),

  /** A form parameter; several are separated by commas. */
  AUDIENCE("audience", ""),

  /** A form parameter (RFC 8707); several are separated by commas. */
  RESOURCE("resource", ""),

  /** Any other form parameters. */
  PARAMETERS("parameters.<p>", ""),

  /** Headers of the token request. */
  HEADERS("headers.<h>", ""),

  /** Under which names, separated by commas, the server gives bearer tokens. */
  TOKEN_TYPE("token-type", "Bearer"),

  /** How long connecting to the token endpoint may take. */
  CONNECT_TIMEOUT("connect-timeout", "PT5S"),

  /** How long a token request may take as a whole. */
  REQUEST_TIMEOUT("request-timeout", "PT10S"),

  /** How long before its end a token is no longer used. */
  EXPIRY_MARGIN("expiry-margin", IssuedToken.EXPIRY_MARGIN.toString()),

  /** How long before its end a token is renewed in the background. */
  REFRESH_MARGIN("refresh-margin", IssuedToken.REFRESH_MARGIN.toString()),

  /** The lifetime of a token whose answer tells none. */
  DEFAULT_LIFETIME("default-lifetime", "PT5M"),

  /** Beyond it a told lifetime is cut. */
  MAX_LIFETIME("max-lifetime", ""),

  /** Whether a 401 has the token replaced and the request sent once more. */
  RETRY_UNAUTHORIZED("retry-unauthorized", "true"),

  /** The largest request body that is kept for that; bytes, or with K or M (1024). */
  REPLAY_BUFFER("replay-buffer", "1M"),

  /** Where calls may go, separated by commas; anywhere if it is not set. */
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
