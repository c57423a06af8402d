package io.mpoauth2.authorizationservers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A token endpoint that passes requests on to another one and leaves {@code expires_in} out of its
 * answers, as RFC 6749, section 5.1 allows. Without that the library never sends a token that has
 * ended.
 */
final class LifetimeHidden implements AutoCloseable {
  private final HttpServer server;
  private final URI target;
  private final HttpClient http = HttpClient.newHttpClient();

  private LifetimeHidden(HttpServer server, URI target) {
    this.server = server;
    this.target = target;
  }

  static LifetimeHidden at(URI tokenEndpoint) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    LifetimeHidden hidden = new LifetimeHidden(HttpServer.create(anyPort, 0), tokenEndpoint);
    hidden.server.createContext("/token", hidden::pass);
    hidden.server.start();
    return hidden;
  }

  URI tokenEndpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpResponse<String> answer = asked(exchange);
      ObjectNode json = JsonMapper.shared().readValue(answer.body(), ObjectNode.class);
      json.remove("expires_in");
      byte[] body = JsonMapper.shared().writeValueAsBytes(json);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.statusCode(), body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private HttpResponse<String> asked(HttpExchange exchange)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(10));
    for (String name : new String[] {"Authorization", "Content-Type", "Accept"}) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    return http.send(
        request.POST(BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes())).build(),
        BodyHandlers.ofString());
  }
}
