package io.mpoauth2.it.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mpoauth2.sandbox.LoggedRequest;
import io.mpoauth2.sandbox.Sandbox;
import io.mpoauth2.sandbox.TokenFault;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What somebody sees who runs an application on a server, by that server's own means. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class TelemetryContract extends WatchedApplication {
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
    URI endpoint = sandbox().tokenEndpoint();
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
    sandbox().expiresIn(Duration.ofSeconds(10));

    await("a renewal")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> call("renewed", trace) == 200 && all("renewed").count() > 1);

    sandbox().expiresIn(Duration.ofHours(1));
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
    sandbox().revokeTokens();
    int before = sandbox().requests().size();
    String trace = newTrace();

    assertThat(call("revoked", trace)).isEqualTo(200);

    assertThat(sandbox().requests().stream().skip(before))
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
        .containsEntry("url.full", sandbox().baseUri() + "/signature/documents/contract-1");
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
    sandbox().revokeTokens();
    assertThat(call("measured", newTrace())).isEqualTo(200);

    await("the figures")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(latest("mp_oauth2.client.unauthorized"))
                  .filteredOn(each -> each.isOfClient("measured"))
                  .singleElement()
                  .satisfies(
                      refusals -> {
                        assertThat(refusals.attributes()).containsEntry("outcome", "recovered");
                        assertThat(refusals.value()).isEqualTo(1);
                      });
              assertThat(latest("mp_oauth2.client.token.remaining"))
                  .filteredOn(each -> each.isOfClient("measured"))
                  .singleElement()
                  .satisfies(
                      remaining -> {
                        assertThat(remaining.unit()).isEqualTo("s");
                        assertThat(remaining.value()).isBetween(3000.0, 3600.0);
                      });
              assertThat(measured("http.client.request.duration"))
                  .as("the server may have its own of this name")
                  .filteredOn(each -> each.isOfClient("measured"))
                  .last()
                  .satisfies(
                      requests -> {
                        assertThat(requests.unit()).isEqualTo("s");
                        assertThat(requests.attributes())
                            .containsEntry("http.request.method", "POST")
                            .containsEntry("http.response.status_code", 200L);
                        assertThat(requests.value()).isEqualTo(2);
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
    sandbox().failTokenRequests(TokenFault.answering(503));

    assertThat(call("watched", newTrace())).isEqualTo(502);

    HttpResponse<String> down = health();
    assertThat(down.statusCode()).as(down.body()).isEqualTo(503);
    assertThat(down.body())
        .containsOnlyOnce("mp-oauth2-client")
        .contains("DOWN", "watched.error", "watched.next-attempt");
    sandbox().healTokenEndpoint();
    await("it to be ready again, though nobody calls")
        .atMost(PATIENCE)
        .until(() -> health().statusCode() == 200);
  }

  @Test
  void a_new_secret_in_its_file_is_used_without_a_restart() throws Exception {
    assertThat(call("rotated", newTrace())).isEqualTo(200);

    try {
      sandbox().changeSecret("another");
      moveSecret("another");
      sandbox().revokeTokens();

      assertThat(call("rotated", newTrace())).isEqualTo(200);
    } finally {
      sandbox().changeSecret(Sandbox.DEFAULT_CLIENT_SECRET);
      moveSecret(Sandbox.DEFAULT_CLIENT_SECRET);
    }
  }
}
