package io.mpoauth2.it.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mpoauth2.it.core.runtime.ServerProcess;
import io.mpoauth2.sandbox.LoggedRequest;
import io.mpoauth2.sandbox.Sandbox;
import io.mpoauth2.sandbox.TokenFault;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What somebody sees who runs an application on a server, by that server's own means. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class TelemetryContract {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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

  /** Says whether the server's health has the library's check; docs/operating.md says where not. */
  protected boolean hasReadiness() {
    return true;
  }

  /** Gives where the server says whether it is ready. */
  protected URI readiness(int port) throws IOException {
    return URI.create("http://127.0.0.1:" + port + "/health/ready");
  }

  /** Says what the server is told in the environment in another way, where it needs that. */
  protected void adapt(Map<String, String> environment) {}

  /** Gives where what the server prints goes to. */
  private File output() {
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

  @Test
  void the_log_has_no_class_that_is_not_there() throws IOException {
    String log = new String(Files.readAllBytes(output().toPath()), StandardCharsets.ISO_8859_1);

    assertThat(log.lines())
        .noneMatch(line -> line.contains("NoClassDefFoundError"))
        .noneMatch(line -> line.contains("ClassNotFoundException"))
        .noneMatch(line -> line.contains("WARN") && line.contains("mpoauth2"));
  }

  @Test
  void the_span_of_a_first_token_is_a_child_of_the_calls() throws Exception {
    String trace = newTrace();

    assertThat(call("first", trace)).isEqualTo(200);

    List<Seen> spans = trace(trace);
    Seen token = only(spans, span -> span.isOfClient("first"));
    assertThat(token.name()).isEqualTo("POST");
    assertThat(token.kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
    assertThat(token.parent()).isIn(spans.stream().map(Seen::id).toList());
    assertThat(token.links()).isEmpty();
    URI endpoint = server.sandbox().tokenEndpoint();
    assertThat(token.attributes())
        .containsAllEntriesOf(
            Map.of(
                "http.request.method",
                "POST",
                "server.address",
                "127.0.0.1",
                "server.port",
                (long) endpoint.getPort(),
                "url.full",
                endpoint.toString(),
                "http.response.status_code",
                200L,
                "mp_oauth2.client.name",
                "first"));
  }

  @Test
  void a_renewal_has_a_link_to_the_call_and_no_parent() throws Exception {
    String trace = newTrace();
    server.sandbox().expiresIn(Duration.ofSeconds(10));

    await("a renewal")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> call("renewed", trace) == 200 && all("renewed").count() > 1);

    server.sandbox().expiresIn(Duration.ofHours(1));
    assertThat(all("renewed").filter(span -> span.trace().equals(trace))).hasSize(1);
    assertThat(all("renewed").filter(span -> !span.trace().equals(trace)).findFirst())
        .hasValueSatisfying(
            renewal -> {
              assertThat(renewal.parent()).isEmpty();
              assertThat(renewal.links()).containsExactly(trace);
            });
  }

  @Test
  void a_recovered_401_is_two_requests_and_one_for_a_token() throws Exception {
    assertThat(call("revoked", newTrace())).isEqualTo(200);
    server.sandbox().revokeTokens();
    int before = server.sandbox().requests().size();
    String trace = newTrace();

    assertThat(call("revoked", trace)).isEqualTo(200);

    assertThat(server.sandbox().requests().stream().skip(before))
        .extracting(LoggedRequest::method)
        .containsExactly("GET", "POST", "GET");
    List<Seen> spans = trace(trace);
    only(spans, span -> span.isOfClient("revoked") && span.name().equals("POST"));
    Seen second = only(spans, span -> span.attributes().containsKey("http.request.resend_count"));
    assertThat(second.attributes())
        .containsEntry("http.request.resend_count", 1L)
        .containsEntry("http.request.method", "GET")
        .containsEntry("http.response.status_code", 200L)
        .containsEntry("mp_oauth2.client.name", "revoked")
        .containsEntry("url.full", server.sandbox().baseUri() + "/signature/documents/contract-1");
    assertThat(second.parent()).isIn(spans.stream().map(Seen::id).toList());
    assertThat(spans.stream().filter(span -> span.kind() == SpanKind.SPAN_KIND_CLIENT))
        .as("the call as the server has it, the token request, the second request; of %s", spans)
        .hasSize(3);
    assertThat(spans.stream().flatMap(span -> span.events().stream()))
        .anySatisfy(
            event ->
                assertThat(event)
                    .containsEntry("name", "mp_oauth2.client.unauthorized")
                    .containsEntry("http.response.status_code", 401L)
                    .containsEntry("outcome", "recovered"));
  }

  @Test
  void token_requests_refusals_and_what_is_left_of_a_token_are_measured() throws Exception {
    assertThat(call("measured", newTrace())).isEqualTo(200);
    server.sandbox().revokeTokens();
    assertThat(call("measured", newTrace())).isEqualTo(200);

    await("the figures")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(latest("mp_oauth2.client.unauthorized"))
                  .hasValueSatisfying(
                      metric ->
                          assertThat(metric.getSum().getDataPointsList())
                              .anySatisfy(
                                  point -> {
                                    assertThat(Seen.attributes(point.getAttributesList()))
                                        .containsEntry("mp_oauth2.client.name", "measured")
                                        .containsEntry("outcome", "recovered");
                                    assertThat(point.getAsInt()).isEqualTo(1);
                                  }));
              assertThat(latest("mp_oauth2.client.token.remaining"))
                  .hasValueSatisfying(
                      metric -> {
                        assertThat(metric.getUnit()).isEqualTo("s");
                        assertThat(metric.getGauge().getDataPointsList())
                            .anySatisfy(
                                point -> {
                                  assertThat(Seen.attributes(point.getAttributesList()))
                                      .containsEntry("mp_oauth2.client.name", "measured");
                                  assertThat(point.getAsDouble()).isBetween(3000.0, 3600.0);
                                });
                      });
              assertThat(durations())
                  .anySatisfy(
                      metric -> {
                        assertThat(metric.getUnit()).isEqualTo("s");
                        assertThat(metric.getHistogram().getDataPointsList())
                            .anySatisfy(
                                point -> {
                                  assertThat(Seen.attributes(point.getAttributesList()))
                                      .containsEntry("mp_oauth2.client.name", "measured")
                                      .containsEntry("http.request.method", "POST")
                                      .containsEntry("http.response.status_code", 200L);
                                  assertThat(point.getCount()).isEqualTo(2);
                                });
                      });
            });
  }

  /**
   * Last: where a call had no answer, the tracing of WildFly's REST client leaves its span behind
   * on the thread, and what that thread serves next is in the old trace.
   */
  @Test
  @Order(Integer.MAX_VALUE)
  void readiness_goes_down_and_up_with_the_token_endpoint() throws Exception {
    assertThat(health().statusCode()).isEqualTo(200);
    server.sandbox().failTokenRequests(TokenFault.answering(503));

    assertThat(call("watched", newTrace())).isEqualTo(502);

    HttpResponse<String> down = health();
    if (!hasReadiness()) {
      assertThat(down.body()).doesNotContain("mp-oauth2-client");
      server.sandbox().healTokenEndpoint();
      return;
    }
    assertThat(down.statusCode()).as(down.body()).isEqualTo(503);
    assertThat(down.body())
        .contains("mp-oauth2-client", "DOWN", "watched.error", "watched.next-attempt");
    server.sandbox().healTokenEndpoint();
    await("it to be ready again, though nobody calls")
        .atMost(PATIENCE)
        .until(() -> health().statusCode() == 200);
  }

  @Test
  void a_new_secret_in_its_file_is_used_without_a_restart() throws Exception {
    assertThat(call("rotated", newTrace())).isEqualTo(200);

    try {
      server.sandbox().changeSecret("another");
      server.moveSecret("another");
      server.sandbox().revokeTokens();

      assertThat(call("rotated", newTrace())).isEqualTo(200);
    } finally {
      server.sandbox().changeSecret(Sandbox.DEFAULT_CLIENT_SECRET);
      server.moveSecret(Sandbox.DEFAULT_CLIENT_SECRET);
    }
  }

  /** What the application asks for tokens. */
  protected Sandbox sandbox() {
    return server.sandbox();
  }

  /** Has the application call; gives the status of its answer. */
  protected int call(String client) throws IOException, InterruptedException {
    return call(client, newTrace());
  }

  private int call(String client, String trace) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(client))
            .header("traceparent", "00-" + trace + "-" + hex(8) + "-01")
            .timeout(PATIENCE)
            .build();
    return http.send(request, BodyHandlers.ofString()).statusCode();
  }

  private HttpResponse<String> health() throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(readiness).timeout(PATIENCE).build(), BodyHandlers.ofString());
  }

  /** Gives the spans of a trace when that of the server is there, which ends last. */
  private List<Seen> trace(String trace) {
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

  private Stream<Seen> seen() {
    return server.telemetry().spans().stream().map(Seen::of);
  }

  private Stream<Seen> all(String client) {
    return seen().filter(span -> span.isOfClient(client));
  }

  private Optional<Metric> latest(String name) {
    return metrics(name).reduce((older, newer) -> newer);
  }

  /** Several have this name: the server's own is one. */
  private List<Metric> durations() {
    return metrics("http.client.request.duration").toList();
  }

  private Stream<Metric> metrics(String name) {
    return server.telemetry().metrics().stream().filter(each -> each.getName().equals(name));
  }

  private static Seen only(List<Seen> spans, Function<Seen, Boolean> which) {
    List<Seen> found = spans.stream().filter(which::apply).toList();
    assertThat(found).as("of %s", spans).hasSize(1);
    return found.get(0);
  }

  private String newTrace() {
    return hex(16);
  }

  private String hex(int bytes) {
    byte[] id = new byte[bytes];
    ids.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
