package io.mpoauth2.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Asks a server, each time on a connection of its own: a server may keep with a connection what it
 * did there.
 *
 * @param port the server's
 */
record Visitor(int port) {
  private static final int CROWD = 20;
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

  /** Asks many times at once, so that each of the server's threads has to answer. */
  void crowd(String path) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request = HttpRequest.newBuilder(uri(path)).build();
    Stream.generate(() -> client.sendAsync(request, BodyHandlers.discarding()))
        .limit(CROWD)
        .toList()
        .forEach(CompletableFuture::join);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private HttpURLConnection connection(String path) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri(path).toURL().openConnection();
    connection.setRequestProperty("Connection", "close");
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    return connection;
  }
}
