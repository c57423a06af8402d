package io.mpoauth2.client.config;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known about authorization servers. */
final class Presets {
  /** From "Connecting to the API" in Signicat's documentation; it serves test and production. */
  private static final String SIGNICAT = "https://api.signicat.io/oauth/connect/token";

  /** Host and path of what Signicat's endpoint has taken the place of; the old one still works. */
  private static final String BEFORE_SIGNICAT = "api.idfy.io/oauth/connect/token";

  private Presets() {}

  /** Gives the token endpoint of the client with that name; empty if it has to be configured. */
  static String tokenEndpoint(String client) {
    return client.equals("signicat") ? SIGNICAT : "";
  }

  /** Gives the token endpoint that has taken the place of a deprecated one; null for others. */
  static @Nullable String successor(URI tokenEndpoint) {
    String host = String.valueOf(tokenEndpoint.getHost()).toLowerCase(Locale.ROOT);
    return BEFORE_SIGNICAT.equals(host + tokenEndpoint.getPath()) ? SIGNICAT : null;
  }
}
