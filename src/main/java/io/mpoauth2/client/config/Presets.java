package io.mpoauth2.client.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** What is known about authorization servers, as data: {@code presets.properties}. */
final class Presets {
  private final Properties table = new Properties();

  Presets() {
    try (InputStream in = Presets.class.getResourceAsStream("presets.properties")) {
      if (in != null) {
        table.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the token endpoint of the client with that name, where it needs no configuration. */
  Optional<String> tokenEndpoint(String client) {
    return Optional.ofNullable(table.getProperty(client + ".token-endpoint"));
  }

  /** Gives the token endpoint that has taken the place of a deprecated one. */
  Optional<String> successor(URI tokenEndpoint) {
    return Optional.ofNullable(
        table.getProperty(
            "deprecated/"
                + String.valueOf(tokenEndpoint.getHost()).toLowerCase(Locale.ROOT)
                + tokenEndpoint.getPath()));
  }
}
