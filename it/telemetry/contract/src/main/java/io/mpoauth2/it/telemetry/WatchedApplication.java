package io.mpoauth2.it.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mpoauth2.it.core.runtime.ServerProcess;
import io.mpoauth2.sandbox.Sandbox;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** An application on a server of its own, called by a test that sees what the server exports. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WatchedApplication {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Random ids = new Random();
  private URI base;
  private URI readiness;
  private WatchedServer server;

  /** Gives the command that starts the server with the application deployed. */
  protected abstract ProcessBuilder command(int port) throws IOException;

  /** Gives where the application is, without a slash at its end. */
  protected String context() {
    return "";
  }

  /** Gives where the server says whether it is ready. */
  protected URI readiness(int port) throws IOException {
    return URI.create("http://127.0.0.1:" + port + "/health/ready");
  }

  /** Says what the server is told in the environment in another way, where it needs that. */
  protected void adapt(Map<String, String> environment) {}

  /** Tells what is named {@code OTEL_…} as {@code otel.…} too. */
  protected static void tellAsSystemProperties(Map<String, String> environment) {
    environment.put(
        "JAVA_TOOL_OPTIONS",
        environment.entrySet().stream()
            .filter(each -> each.getKey().startsWith("OTEL_"))
            .map(each -> "-D" + property(each.getKey()) + "=" + each.getValue())
            .collect(Collectors.joining(" ")));
  }

  private static String property(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** Gives where what the server prints goes to. */
  final File output() {
    return new File("target", getClass().getSimpleName() + "-server.log").getAbsoluteFile();
  }

  /** The JDK of the tests is the server's too. */
  protected static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Gives a port that nobody has. */
  protected static int freePort() throws IOException {
    return ServerProcess.freePort();
  }

  @BeforeAll
  void start() throws IOException {
    int port = freePort();
    base = URI.create("http://127.0.0.1:" + port + context() + "/calls/");
    ProcessBuilder command = command(port);
    readiness = readiness(port);
    server = WatchedServer.start(command, this::adapt, output(), base);
    server.awaitAnswerAt(context() + "/calls");
  }

  @AfterAll
  void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  /** What the application asks for tokens. */
  protected Sandbox sandbox() {
    return server.sandbox();
  }

  /** Changes the secret where the client "rotated" reads it. */
  void moveSecret(String value) throws IOException {
    server.moveSecret(value);
  }

  /** Has the application call; gives the status of its answer. */
  protected int call(String client) throws IOException, InterruptedException {
    return call(client, newTrace());
  }

  int call(String client, String trace) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(client))
            .header("traceparent", "00-" + trace + "-" + hex(8) + "-01")
            .timeout(PATIENCE)
            .build();
    return http.send(request, BodyHandlers.ofString()).statusCode();
  }

  HttpResponse<String> health() throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(readiness).timeout(PATIENCE).build(), BodyHandlers.ofString());
  }

  /** Gives the spans of a trace when that of the server is there, which ends last. */
  List<Seen> trace(String trace) {
    await("trace " + trace)
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(seen())
                    .anyMatch(
                        span ->
                            span.trace().equals(trace)
                                && span.kind() == SpanKind.SPAN_KIND_SERVER));
    return seen().filter(span -> span.trace().equals(trace)).toList();
  }

  Stream<Seen> seen() {
    return server.telemetry().spans().stream().map(Seen::of);
  }

  Stream<Seen> all(String client) {
    return seen().filter(span -> span.isOfClient(client));
  }

  /** Gives the points as they were last told. */
  List<Measurement> latest(String name) {
    return metrics(name).reduce((older, newer) -> newer).map(Measurement::of).orElse(List.of());
  }

  /** Gives all points that were told, the oldest first. */
  List<Measurement> measured(String name) {
    return metrics(name).map(Measurement::of).flatMap(List::stream).toList();
  }

  private Stream<Metric> metrics(String name) {
    return server.telemetry().metrics().stream().filter(each -> each.getName().equals(name));
  }

  static Seen only(List<Seen> spans, Function<Seen, Boolean> which) {
    List<Seen> found = spans.stream().filter(which::apply).toList();
    assertThat(found).as("of %s", spans).hasSize(1);
    return found.get(0);
  }

  String newTrace() {
    return hex(16);
  }

  private String hex(int bytes) {
    byte[] id = new byte[bytes];
    ids.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
