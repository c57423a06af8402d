package io.mpoauth2.it.retry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * An API that refuses the first request of each call. A call's address tells what comes then:
 * {@code /calls/<outcome>/<answer>/<number of the call>}; {@code GET /received/<number>/<attempt>}
 * gives what was received, byte for byte. {@code /load/<number of the call>} keeps nothing but a
 * checksum, {@code /download} gives a very long answer.
 */
public final class RefusingApi implements AutoCloseable {
  static final String ATTEMPT = "X-Attempt";
  static final String TWICE = "X-Twice";

  private static final byte[] REFUSAL = new byte[64 * 1024];

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "refusing-api");
            thread.setDaemon(true);
            return thread;
          });
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, List<Received>> received = new ConcurrentHashMap<>();

  private final Map<String, Long> checksums = new ConcurrentHashMap<>();

  private record Received(byte[] body, Map<String, List<String>> headers) {}

  private RefusingApi(HttpServer server) {
    this.server = server;
  }

  /** Starts one at a free port of the loopback interface. */
  public static RefusingApi start() throws IOException {
    return started(HttpServer.create(anyPort(), 0));
  }

  /** Starts one that talks only to clients with a certificate that the identity trusts. */
  public static RefusingApi start(SSLContext identity) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(identity) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    return started(server);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static RefusingApi started(HttpServer server) {
    RefusingApi api = new RefusingApi(server);
    server.setExecutor(api.threads);
    server.createContext("/calls/", api::answerCall);
    server.createContext("/received/", api::tell);
    server.createContext("/load/", api::answerLoad);
    server.createContext("/download", api::answerDownload);
    server.start();
    return api;
  }

  /** Gives its address. */
  public URI uri() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
  }

  private void answerCall(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    Outcome outcome = Outcome.valueOf(path[2]);
    byte[] body = exchange.getRequestBody().readAllBytes();
    List<Received> soFar =
        received.computeIfAbsent(path[4], number -> new CopyOnWriteArrayList<>());
    soFar.add(new Received(body, Map.copyOf(exchange.getRequestHeaders())));
    exchange.getResponseHeaders().set(ATTEMPT, String.valueOf(soFar.size()));
    try (exchange) {
      if (soFar.size() == 1 || outcome == Outcome.REFUSED_TWICE) {
        refuse(exchange);
      } else if (outcome == Outcome.ANSWERED) {
        answer(exchange, Answer.valueOf(path[3]));
      } else if (outcome == Outcome.TIMEOUT) {
        // So long that a caller who waits for it has forgotten his own timeout.
        closed.await(30, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.sendResponseHeaders(401, REFUSAL.length);
    exchange.getResponseBody().write(REFUSAL);
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.sent();
    exchange.getResponseHeaders().put(TWICE, List.of("one", "two"));
    if (answer == Answer.GZIP) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    if (body.length > 0) {
      exchange.getResponseHeaders().set("Content-Type", answer.mediaType);
    }
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  /** Says "twice" if the same body came twice. */
  private void answerLoad(HttpExchange exchange) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(exchange.getRequestBody().readAllBytes());
    Long first = checksums.put(exchange.getRequestURI().getPath(), sum.getValue());
    try (exchange) {
      if (first == null) {
        refuse(exchange);
      } else {
        byte[] verdict = (first == sum.getValue() ? "twice" : "differently").getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, verdict.length);
        exchange.getResponseBody().write(verdict);
      }
    }
  }

  private void answerDownload(HttpExchange exchange) throws IOException {
    boolean second =
        "Bearer token-2".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    try (exchange) {
      if (!second) {
        refuse(exchange);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
      exchange.sendResponseHeaders(200, (long) Download.MEGABYTES << 20);
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < Download.MEGABYTES; i++) {
        exchange.getResponseBody().write(megabyte);
      }
    }
  }

  /**
   * Tells headers in the headers, each with a prefix, because a client would take them for its own.
   */
  private void tell(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    List<Received> all = received.getOrDefault(path[2], List.of());
    int attempt = Integer.parseInt(path[3]);
    try (exchange) {
      if (attempt > all.size()) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      Received one = all.get(attempt - 1);
      one.headers()
          .forEach((name, values) -> exchange.getResponseHeaders().put("Received-" + name, values));
      exchange.sendResponseHeaders(200, one.body().length == 0 ? -1 : one.body().length);
      exchange.getResponseBody().write(one.body());
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
