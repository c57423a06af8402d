package io.mpoauth2.it.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API that keeps every request as it arrived, with a token endpoint beside it. The sandbox is
 * stricter, but cannot answer in an encoding that only the user's own code can read.
 */
final class LoopbackApi implements AutoCloseable {
  /** What it says where the token is good. */
  static final String ACCEPTED = "accepted";

  /** What it says with its 401. */
  static final String REFUSED = "refused";

  static final String CHALLENGE = "Bearer error=\"invalid_token\"";

  private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackApi::daemon);
  private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final LoopbackTokens tokens;
  private volatile UnaryOperator<byte[]> encoding = UnaryOperator.identity();
  private volatile String encodingName = "";
  private volatile Optional<Refusal> refusal = Optional.empty();
  private volatile boolean answersHeld;

  /** Open when nobody waits for an answer any more. */
  private final CountDownLatch ended = new CountDownLatch(1);

  private LoopbackApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    tokens = new LoopbackTokens(at("/token"));
    server.createContext("/token", tokens::issue);
    server.createContext("/api", this::answer);
    server.start();
  }

  static LoopbackApi start() {
    try {
      return new LoopbackApi();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri() {
    return at("/api");
  }

  LoopbackTokens tokens() {
    return tokens;
  }

  /** Sends the body of every answer, the 401 too, in this encoding; the name may be empty. */
  void encodeAnswers(String name, UnaryOperator<byte[]> code) {
    encodingName = name;
    encoding = code;
  }

  /** Says no in this way, instead of plainly and in the encoding of all answers. */
  void refuse(Refusal way) {
    refusal = Optional.of(way);
  }

  /** Gives the status with which it says no. */
  int refusalStatus() {
    return refusal.map(Refusal::status).orElse(401);
  }

  /** From now on accepts, but does not say so until it is closed. */
  void holdAnswers() {
    answersHeld = true;
  }

  /** The requests so far, in their order. */
  List<Arrived> arrived() {
    return List.copyOf(arrived);
  }

  @Override
  public void close() {
    ended.countDown();
    tokens.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
    List<String> authorization = headers.remove("Authorization");
    // A character is a byte, whatever was sent.
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
    String line = exchange.getRequestMethod() + ' ' + exchange.getRequestURI();
    arrived.add(new Arrived(line, String.valueOf(authorization), headers, body));
    boolean accepts = List.of("Bearer " + tokens.good()).equals(authorization);
    if (!accepts && refusal.isPresent()) {
      refusal.get().send(exchange, ended);
      return;
    }
    if (accepts && answersHeld) {
      awaitEnd();
    }
    exchange.getResponseHeaders().add("Content-Type", "text/plain");
    exchange.getResponseHeaders().add(accepts ? "X-Accepted" : "X-Refused", "1");
    if (!encodingName.isEmpty()) {
      exchange.getResponseHeaders().add("Content-Encoding", encodingName);
    }
    if (!accepts) {
      exchange.getResponseHeaders().add("WWW-Authenticate", CHALLENGE);
    }
    String answer = accepts ? ACCEPTED : REFUSED;
    send(exchange, accepts ? 200 : 401, encoding.apply(answer.getBytes(StandardCharsets.UTF_8)));
  }

  private void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "loopback-api");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * A request.
   *
   * @param line method and URI
   * @param authorization its lines
   * @param headers all others
   * @param body a character for each byte
   */
  record Arrived(
      String line, String authorization, Map<String, List<String>> headers, String body) {
    private static final Pattern BOUNDARY = Pattern.compile("\\s*--(\\S+)");

    void assertHas(String header, String... values) {
      assertThat(headers.entrySet())
          .as("that %s arrives as it is set up", header)
          .anySatisfy(
              entry -> {
                assertThat(entry.getKey()).isEqualToIgnoringCase(header);
                assertThat(entry.getValue()).containsExactly(values);
              });
    }

    void assertBody(String expected) {
      assertThat(body).as("the body as it is set up").isEqualTo(expected);
    }

    /** Parts of a body have a mark between them that is another one in each call. */
    Arrived withoutBoundary() {
      String type = headers.getOrDefault("Content-type", List.of("")).get(0);
      Matcher first = BOUNDARY.matcher(body);
      if (!type.startsWith("multipart/") || !first.lookingAt()) {
        return this;
      }
      String boundary = first.group(1);
      Map<String, List<String>> others = new TreeMap<>(headers);
      others.put("Content-type", List.of(type.replace(boundary, "…")));
      // Some are longer than others.
      others.remove("Content-length");
      return new Arrived(line, authorization, others, body.replace(boundary, "…"));
    }

    /** Nothing of it may change from call to call but the token. */
    Arrived withoutToken() {
      return new Arrived(line, "", headers, body);
    }
  }
}
