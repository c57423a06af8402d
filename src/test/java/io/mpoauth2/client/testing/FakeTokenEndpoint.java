package io.mpoauth2.client.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** A token endpoint on loopback that does what a test tells it, well-behaved or not. */
public final class FakeTokenEndpoint implements AutoCloseable {
  private static final String PATH = "/oauth/connect/token";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(FakeTokenEndpoint::daemon);
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Certificate> shown = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch abandoned = new CountDownLatch(1);
  private volatile Answer answer = exchange -> {};

  private FakeTokenEndpoint(HttpServer server) {
    this.server = server;
  }

  /** A request as it came over the wire. */
  public record Request(String method, URI uri, Map<String, List<String>> headers, String body) {

    /** The only value of a header; empty if there is none. */
    public Optional<String> header(String name) {
      List<String> values =
          headers.entrySet().stream()
              .filter(entry -> entry.getKey().equalsIgnoreCase(name))
              .flatMap(entry -> entry.getValue().stream())
              .toList();
      if (values.size() > 1) {
        throw new AssertionError(name + " came more than once");
      }
      return values.stream().findFirst();
    }

    /** The decoded values of a form parameter, in the order they came. */
    public List<String> form(String name) {
      return Arrays.stream(body.split("&"))
          .map(pair -> pair.split("=", 2))
          .filter(pair -> URLDecoder.decode(pair[0], UTF_8).equals(name))
          .map(pair -> URLDecoder.decode(pair[1], UTF_8))
          .toList();
    }
  }

  @FunctionalInterface
  private interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  public static FakeTokenEndpoint start() {
    return start(null);
  }

  /** Starts one that speaks TLS, unless there is no identity. */
  public static FakeTokenEndpoint start(@Nullable SSLContext identity) {
    return start(identity, parameters -> {});
  }

  /**
   * Starts one that takes no client without a certificate that its identity trusts.
   *
   * @param protocol which version; with TLSv1.3 a client learns of it after its handshake
   */
  public static FakeTokenEndpoint startForCertified(SSLContext identity, String protocol) {
    return start(
        identity,
        parameters -> {
          parameters.setNeedClientAuth(true);
          parameters.setProtocols(new String[] {protocol});
        });
  }

  private static FakeTokenEndpoint start(
      @Nullable SSLContext identity, Consumer<SSLParameters> change) {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      FakeTokenEndpoint fake = new FakeTokenEndpoint(server(anyPort, identity, change));
      fake.server.setExecutor(fake.threads);
      fake.server.createContext("/", fake::handle);
      fake.server.start();
      return fake;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpServer server(
      InetSocketAddress address, @Nullable SSLContext identity, Consumer<SSLParameters> change)
      throws IOException {
    if (identity == null) {
      return HttpServer.create(address, 0);
    }
    HttpsServer server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(identity) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters ours = identity.getDefaultSSLParameters();
            change.accept(ours);
            parameters.setSSLParameters(ours);
          }
        });
    return server;
  }

  /** Gives the certificates that clients have shown, each client's own. */
  public List<Certificate> shown() {
    return shown;
  }

  public URI uri() {
    return URI.create("http://" + host() + PATH);
  }

  /** Host and port, as they stand in messages. */
  public String host() {
    return "127.0.0.1:" + port();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public FakeTokenEndpoint answersToken(String value, long expiresIn) {
    return answers(
        200,
        """
        {"access_token": "%s", "expires_in": %d, "token_type": "Bearer"}"""
            .formatted(value, expiresIn));
  }

  /** Gives a token to a client that it believes, and refuses any other. */
  public FakeTokenEndpoint answersTokenTo(Predicate<Request> believed, long expiresIn) {
    answersToken("t0k3n", expiresIn);
    Answer token = answer;
    answers(401, "{\"error\": \"invalid_client\"}");
    Answer refusal = answer;
    answer = exchange -> (believed.test(lastRequest()) ? token : refusal).to(exchange);
    return this;
  }

  public FakeTokenEndpoint answers(int status, String body) {
    return answers(status, body, Map.of("Content-Type", "application/json"));
  }

  public FakeTokenEndpoint answers(int status, String body, Map<String, String> headers) {
    return answers(status, body.getBytes(UTF_8), headers);
  }

  public FakeTokenEndpoint answers(int status, byte[] body, Map<String, String> headers) {
    answer =
        exchange -> {
          // Its Date is today's, and the clocks of many tests stand still; an age excuses that.
          exchange.getResponseHeaders().set("Age", "0");
          headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
        };
    return this;
  }

  /** Answers in another way where a request has this path. */
  public FakeTokenEndpoint answersAt(String path, int status, String body) {
    return answersAt(path, status, body, Map.of("Content-Type", "application/json"));
  }

  public FakeTokenEndpoint answersAt(
      String path, int status, String body, Map<String, String> headers) {
    Answer elsewhere = answer;
    answers(status, body, headers);
    Answer there = answer;
    answer =
        exchange ->
            (exchange.getRequestURI().getRawPath().equals(path) ? there : elsewhere).to(exchange);
    return this;
  }

  /** Thinks for a while before it does what it was told. */
  public FakeTokenEndpoint after(Duration pause) {
    Answer thoughtOut = answer;
    answer =
        exchange -> {
          if (!closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
            thoughtOut.to(exchange);
          }
        };
    return this;
  }

  /** Answers with a status and headers where a request has not this header. */
  public FakeTokenEndpoint wants(String header, int status, Map<String, String> without) {
    Answer satisfied = answer;
    answers(status, "", without);
    Answer other = answer;
    answer =
        exchange ->
            (exchange.getRequestHeaders().containsKey(header) ? satisfied : other).to(exchange);
    return this;
  }

  public FakeTokenEndpoint redirectsTo(int status, String location) {
    return answers(status, "", Map.of("Location", location));
  }

  public FakeTokenEndpoint neverAnswers() {
    answer = exchange -> closed.await();
    return this;
  }

  /** Sends the headers at once, then a blank now and then, without end. */
  public FakeTokenEndpoint drips() {
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream body = exchange.getResponseBody();
          try {
            while (!closed.await(20, TimeUnit.MILLISECONDS)) {
              body.write(' ');
              body.flush();
            }
          } catch (IOException e) {
            abandoned.countDown();
            throw e;
          }
        };
    return this;
  }

  /** Closes the connection without an answer. */
  public FakeTokenEndpoint resets() {
    answer = HttpExchange::close;
    return this;
  }

  /** Promises more than it sends. */
  public FakeTokenEndpoint breaksOff(String beginning) {
    answer =
        exchange -> {
          byte[] bytes = beginning.getBytes(UTF_8);
          exchange.sendResponseHeaders(200, bytes.length + 1000L);
          exchange.getResponseBody().write(bytes);
          exchange.getResponseBody().flush();
        };
    return this;
  }

  public List<Request> requests() {
    return new ArrayList<>(requests);
  }

  public Request onlyRequest() {
    if (requests.size() != 1) {
      throw new AssertionError("expected one request, got " + requests.size());
    }
    return requests.get(0);
  }

  /** Gives methods and paths, in the order they came. */
  public List<String> lines() {
    return requests.stream()
        .map(request -> request.method() + ' ' + request.uri().getRawPath())
        .toList();
  }

  public Request lastRequest() {
    return requests.get(requests.size() - 1);
  }

  /** Says whether the caller of {@link #drips()} has given up within ten seconds. */
  public boolean isAbandoned() throws InterruptedException {
    return abandoned.await(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      requests.add(
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              Map.copyOf(exchange.getRequestHeaders()),
              body));
      if (exchange instanceof HttpsExchange secured) {
        noteCertificate(secured.getSSLSession());
      }
      answer.to(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void noteCertificate(SSLSession session) {
    try {
      shown.add(session.getPeerCertificates()[0]);
    } catch (SSLPeerUnverifiedException e) {
      // None was asked for.
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "fake-token-endpoint");
    thread.setDaemon(true);
    return thread;
  }
}
