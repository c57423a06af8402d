package io.mpoauth2.it.quarkusrest;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** An API that answers a request with a token called good, and refuses others at length. */
final class RefusingApi implements AutoCloseable {
  /** More than a client takes from a connection without being asked for it. */
  private static final byte[] REFUSAL = new byte[300_000];

  private final HttpServer server;

  private RefusingApi(HttpServer server) {
    this.server = server;
  }

  static RefusingApi start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RefusingApi api = new RefusingApi(server);
    server.createContext(
        "/",
        exchange -> {
          boolean good = exchange.getRequestHeaders().getFirst("Authorization").endsWith("good");
          byte[] body = good ? new byte[1] : REFUSAL;
          exchange.sendResponseHeaders(good ? 200 : 401, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return api;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
