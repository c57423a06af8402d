package io.mpoauth2.client.config;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** What is known about authorization servers, as tables. */
final class Presets {
  /** From "Connecting to the API" in Signicat's documentation; it serves test and production. */
  private static final String SIGNICAT = "https://api.signicat.io/oauth/connect/token";

  /** The token endpoint that a client of this name need not configure. */
  private static final Map<String, String> TOKEN_ENDPOINTS = Map.of("signicat", SIGNICAT);

  /** What has taken the place of a deprecated token endpoint, by host and path; both work. */
  private static final Map<String, String> SUCCESSORS =
      Map.of("api.idfy.io/oauth/connect/token", SIGNICAT);

  private Presets() {}

  /** Gives the token endpoint of the client with that name; empty if it has to be configured. */
  static String tokenEndpoint(String client) {
    return TOKEN_ENDPOINTS.getOrDefault(client, "");
  }

  /** Gives the token endpoint that has taken the place of a deprecated one; empty for others. */
  static String successor(URI tokenEndpoint) {
    String host = String.valueOf(tokenEndpoint.getHost()).toLowerCase(Locale.ROOT);
    return SUCCESSORS.getOrDefault(host + tokenEndpoint.getPath(), "");
  }
}
