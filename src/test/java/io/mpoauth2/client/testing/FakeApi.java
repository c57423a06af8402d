package io.mpoauth2.client.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * A resource server on loopback. Answers 200 with what it got, unless told otherwise; keeps every
 * request.
 */
public final class FakeApi implements AutoCloseable {
  private final String scheme;
  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> requests = new CopyOnWriteArrayList<>();
  private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
  private volatile Function<Received, Answer> otherwise = request -> Answer.of(200, "fine");

  /** A request as it came over the wire. */
  public record Received(
      String method, String target, Map<String, List<String>> headers, String body) {
    /** Gives the one value of a header, or null. */
    public String header(String name) {
      List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
      return values == null ? null : String.join(" | ", values);
    }
  }

  /** An answer to give; a status of 0 cuts the connection. */
  public record Answer(int status, Map<String, List<String>> headers, String body) {
    public static Answer of(int status, String body) {
      return new Answer(status, Map.of("Content-Type", List.of("text/plain")), body);
    }

    public static Answer unauthorized(String... challenges) {
      return new Answer(
          401,
          Map.of(
              "Content-Type", List.of("text/plain"),
              "X-Answer", List.of("first"),
              "WWW-Authenticate", List.of(challenges)),
          "who are you?");
    }

    /** Keeps the caller waiting until the server is closed. */
    public static Answer never() {
      return new Answer(-1, Map.of(), "");
    }

    public static Answer reset() {
      return new Answer(0, Map.of(), "");
    }
  }

  public FakeApi() {
    this("http", HttpServer::create);
  }

  /** A server over TLS that nobody trusts but those who are told to. */
  public static FakeApi overTls(SSLContext identity) {
    return new FakeApi(
        "https",
        (address, backlog) -> {
          HttpsServer server = HttpsServer.create(address, backlog);
          server.setHttpsConfigurator(new HttpsConfigurator(identity));
          return server;
        });
  }

  private FakeApi(String scheme, Factory factory) {
    this.scheme = scheme;
    try {
      server = factory.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private interface Factory {
    HttpServer create(InetSocketAddress address, int backlog) throws IOException;
  }

  public URI uri() {
    return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
  }

  /** The next requests get these answers, in this order. */
  public FakeApi answers(Answer... next) {
    script.addAll(List.of(next));
    return this;
  }

  /** Every request without a scripted answer gets this one. */
  public FakeApi alwaysAnswers(Answer answer) {
    return answersBy(request -> answer);
  }

  /** Every request without a scripted answer gets what this gives for it. */
  public FakeApi answersBy(Function<Received, Answer> decision) {
    otherwise = decision;
    return this;
  }

  public List<Received> requests() {
    return List.copyOf(requests);
  }

  /** Gives the {@code Authorization} headers of all requests. */
  public List<String> tokens() {
    return requests.stream().map(request -> request.header("authorization")).toList();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, List<String>> headers = new TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) ->
                  headers.put(name.toLowerCase(Locale.ROOT), new ArrayList<>(values)));
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      Received request =
          new Received(
              exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
      requests.add(request);
      Answer next = script.poll();
      Answer answer = next == null ? otherwise.apply(request) : next;
      if (answer.status() == -1) {
        awaitClose();
      }
      if (answer.status() <= 0) {
        return;
      }
      byte[] bytes = answer.body().getBytes(UTF_8);
      answer.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private void awaitClose() {
    try {
      if (!closed.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody closed the server in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
