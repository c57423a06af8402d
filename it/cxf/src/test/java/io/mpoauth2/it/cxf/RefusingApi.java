package io.mpoauth2.it.cxf;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** An API that refuses each call once, told apart by a header; and tokens without end. */
final class RefusingApi implements AutoCloseable, TokenProvider {
  static final String CALL = "X-Call";

  private final ExecutorService threads = Executors.newCachedThreadPool(RefusingApi::daemon);
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private final Set<Integer> acceptedLengths = ConcurrentHashMap.newKeySet();
  private final AtomicInteger tokens = new AtomicInteger();
  private final CountDownLatch released = new CountDownLatch(1);
  private final HttpServer server;
  private final boolean secure;
  private volatile boolean early;
  private volatile Step refuse = exchange -> send(exchange, 401, "refused");
  private volatile Step accept = exchange -> send(exchange, 200, "accepted");

  private RefusingApi(HttpServer server) {
    this.server = server;
    this.secure = server instanceof HttpsServer;
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  static RefusingApi start() throws IOException {
    return new RefusingApi(HttpServer.create(loopback(), 0));
  }

  static RefusingApi start(SSLContext identity) throws IOException {
    HttpsServer server = HttpsServer.create(loopback(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(identity));
    return new RefusingApi(server);
  }

  String uri() {
    return (secure ? "https" : "http") + "://localhost:" + port() + "/api";
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Arrived> arrived() {
    return List.copyOf(arrived);
  }

  /** Refuses before it has read anything of the body. */
  void refuseEarly() {
    early = true;
  }

  /** The lengths that bodies of accepted requests had. */
  Set<Integer> acceptedLengths() {
    return Set.copyOf(acceptedLengths);
  }

  /** Sends the first part of the refusal, and the rest when all is over. */
  void refuseInPart() {
    refuse =
        exchange -> {
          exchange.sendResponseHeaders(401, 0);
          exchange.getResponseBody().write("ref".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          awaitEnd();
          exchange.close();
        };
  }

  /** Accepts with this status and {@code Content-Length: 0}. */
  void acceptWithoutBody(int status) {
    accept =
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        };
  }

  /** Answers no second request before all is over. */
  void hangBeforeAccepting() {
    accept =
        exchange -> {
          awaitEnd();
          exchange.close();
        };
  }

  @Override
  public AccessToken token() {
    return numbered(tokens.get());
  }

  @Override
  public AccessToken replace(AccessToken rejected) {
    return numbered(tokens.incrementAndGet());
  }

  @Override
  public void close() {
    released.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestHeaders().getFirst(CALL);
    boolean refusing = refused.add(call);
    if (refusing && early) {
      refuse.take(exchange);
      return;
    }
    Map<String, List<String>> headers = new TreeMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
    headers.remove("Authorization");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
    if (!refusing) {
      acceptedLengths.add(body.length());
    }
    if (arrived.size() < 100) {
      arrived.add(new Arrived(exchange.getRequestURI().toString(), headers, body));
    }
    (refusing ? refuse : accept).take(exchange);
  }

  private void awaitEnd() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/plain");
    exchange.sendResponseHeaders(status, body.length());
    exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  private static AccessToken numbered(int number) {
    return new AccessToken("token-" + number, "Bearer", Instant.MAX, Set.of());
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "refusing-api");
    thread.setDaemon(true);
    return thread;
  }

  /** A request, without its token. */
  record Arrived(String uri, Map<String, List<String>> headers, String body) {}

  @FunctionalInterface
  private interface Step {
    void take(HttpExchange exchange) throws IOException;
  }
}
