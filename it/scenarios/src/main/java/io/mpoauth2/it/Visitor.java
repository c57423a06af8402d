package io.mpoauth2.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Asks a server, each time on a connection of its own: a server may keep with a connection what it
 * did there.
 *
 * @param port the server's
 */
record Visitor(int port) {
  private static final int PATIENCE_MILLIS = 60_000;

  /** Gives the answer, which is to be a good one. */
  String get(String path) {
    try {
      HttpURLConnection connection = connection(path);
      try (InputStream answer = connection.getInputStream()) {
        return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpURLConnection connection(String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
    connection.setRequestProperty("Connection", "close");
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    return connection;
  }
}
