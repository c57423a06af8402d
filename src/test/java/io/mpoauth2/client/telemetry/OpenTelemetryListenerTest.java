package io.mpoauth2.client.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.testing.RecordedTelemetry;
import io.mpoauth2.client.token.TokenUnavailableException;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** RESTEasy in Java SE, with the SDK's exporters that keep what they get. */
class OpenTelemetryListenerTest {
  private static final Answer REFUSAL = Answer.unauthorized("Bearer error=\"invalid_token\"");
  private static final AttributeKey<String> NAME = AttributeKey.stringKey("mp_oauth2.client.name");
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  private final RecordedTelemetry telemetry = new RecordedTelemetry();
  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();
  private final FakeApi api = new FakeApi();
  private final OpenTelemetryListener listener = new OpenTelemetryListener(telemetry.api());
  private final TokenProviders providers =
      TokenProviders.from(
          MapConfig.complete("signicat")
              .with("token-endpoint", server.uri() + "?tenant=s3cret")
              .config(),
          List.of(listener));

  @AfterEach
  void close() {
    providers.close();
    listener.close();
    telemetry.close();
    api.close();
    server.close();
  }

  @Test
  void the_span_of_a_first_token_is_a_child_of_the_calls() {
    server.answersToken("abc", 3600);

    String call = telemetry.during("call", this::call);

    SpanData token = telemetry.span("POST");
    assertThat(token.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(token.getParentSpanId()).isEqualTo(call);
    assertThat(token.getLinks()).isEmpty();
    assertThat(token.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(token.getEndEpochNanos()).isGreaterThan(token.getStartEpochNanos());
    assertThat(token.getAttributes().asMap())
        .isEqualTo(
            Attributes.builder()
                .put("http.request.method", "POST")
                .put("server.address", "127.0.0.1")
                .put("server.port", server.port())
                .put("url.full", server.uri().toString())
                .put("http.response.status_code", 200)
                .put("mp_oauth2.client.name", "signicat")
                .build()
                .asMap());
  }

  @Test
  void a_cached_token_makes_no_span() {
    server.answersToken("abc", 3600);
    call();

    telemetry.during("call", this::call);

    assertThat(telemetry.spans()).hasSize(2);
  }

  @Test
  void a_trace_of_a_recovered_401_has_the_401_a_token_request_and_the_second_request() {
    server.answersToken("abc", 3600);
    call();
    api.answers(REFUSAL);
    server.answersToken("def", 3600);

    String call = telemetry.during("call", () -> assertThat(call()).isEqualTo(200));

    SpanData calls = telemetry.span("call");
    assertThat(calls.getEvents())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getName()).isEqualTo("mp_oauth2.client.unauthorized");
              assertThat(event.getAttributes().asMap())
                  .containsEntry(AttributeKey.longKey("http.response.status_code"), 401L)
                  .containsEntry(OUTCOME, "recovered");
            });
    SpanData second = telemetry.span("GET");
    assertThat(calls.getEvents().get(0).getEpochNanos())
        .as("when the refusal was there")
        .isLessThanOrEqualTo(tokenRequestOf(calls).getStartEpochNanos());
    assertThat(second.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(second.getParentSpanId()).isEqualTo(call);
    assertThat(second.getAttributes().asMap())
        .isEqualTo(
            Attributes.builder()
                .put("http.request.method", "GET")
                .put("server.address", "localhost")
                .put("server.port", api.uri().getPort())
                .put("url.full", api.uri() + "/documents")
                .put("http.response.status_code", 200)
                .put("http.request.resend_count", 1)
                .put("mp_oauth2.client.name", "signicat")
                .build()
                .asMap());
    assertThat(telemetry.spans())
        .filteredOn(span -> span.getName().equals("POST"))
        .extracting(SpanData::getParentSpanId)
        .contains(call);
    assertThat(unauthorized()).containsExactly(Map.entry("recovered", 1L));
  }

  @Test
  void a_refused_token_request_has_the_oauth_error_as_its_type() {
    server.answers(400, "{\"error\":\"invalid_client\"}");

    var unused = catchThrowable(this::call);

    SpanData token = telemetry.span("POST");
    assertThat(token.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(token.getAttributes().asMap())
        .containsEntry(AttributeKey.longKey("http.response.status_code"), 400L)
        .containsEntry(ERROR, "invalid_client");
  }

  @Test
  void a_token_request_without_an_answer_has_the_exception_as_its_type() {
    server.resets();

    var unused = catchThrowable(this::call);

    assertThat(telemetry.span("POST").getAttributes().asMap())
        .containsEntry(ERROR, TokenUnavailableException.class.getName())
        .doesNotContainKey(AttributeKey.longKey("http.response.status_code"));
  }

  @Test
  void token_requests_are_measured_in_seconds() {
    server.answersToken("abc", 3600);
    call();

    HistogramPointData point =
        telemetry.metric("http.client.request.duration").getHistogramData().getPoints().stream()
            .findFirst()
            .orElseThrow();

    assertThat(telemetry.metric("http.client.request.duration").getUnit()).isEqualTo("s");
    assertThat(point.getCount()).isEqualTo(1);
    assertThat(point.getSum()).isPositive().isLessThan(30);
    assertThat(point.getBoundaries()).startsWith(0.005, 0.01).endsWith(7.5, 10.0);
    assertThat(point.getAttributes().asMap())
        .isEqualTo(
            Attributes.builder()
                .put("http.request.method", "POST")
                .put("server.address", "127.0.0.1")
                .put("server.port", server.port())
                .put("http.response.status_code", 200)
                .put("mp_oauth2.client.name", "signicat")
                .build()
                .asMap());
  }

  @Test
  void what_is_left_of_a_tokens_life_is_seen_by_client_and_scope() {
    server.answersToken("abc", 3600);
    call();
    server.answersToken("def", 60);
    providers.get("signicat", List.of("write read")).token();

    assertThat(telemetry.metric("mp_oauth2.client.token.remaining").getUnit()).isEqualTo("s");
    assertThat(
            telemetry.metric("mp_oauth2.client.token.remaining").getDoubleGaugeData().getPoints())
        .anySatisfy(
            point -> {
              assertThat(point.getAttributes()).isEqualTo(Attributes.of(NAME, "signicat"));
              assertThat(point.getValue()).isBetween(3500.0, 3600.0);
            })
        .anySatisfy(
            point -> {
              assertThat(point.getAttributes())
                  .isEqualTo(
                      Attributes.of(
                          NAME,
                          "signicat",
                          AttributeKey.stringKey("mp_oauth2.client.scope"),
                          "read write"));
              assertThat(point.getValue()).isBetween(30.0, 60.0);
            });
  }

  @Test
  void after_its_end_nothing_is_measured_when_somebody_looks() {
    server.answersToken("abc", 3600);
    call();

    listener.close();

    assertThat(telemetry.hasMetric("mp_oauth2.client.token.remaining")).isFalse();
  }

  private SpanData tokenRequestOf(SpanData call) {
    return telemetry.spans().stream()
        .filter(span -> span.getName().equals("POST"))
        .filter(span -> span.getTraceId().equals(call.getTraceId()))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Long> unauthorized() {
    return telemetry.metric("mp_oauth2.client.unauthorized").getLongSumData().getPoints().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                point -> String.valueOf(point.getAttributes().get(OUTCOME)),
                io.opentelemetry.sdk.metrics.data.LongPointData::getValue));
  }

  private int call() {
    try (Client client =
            ClientBuilder.newClient().register(new BearerTokenFilter(providers.get("signicat")));
        Response answer =
            client.target(api.uri()).path("documents").queryParam("q", "1").request().get()) {
      return answer.getStatus();
    }
  }
}
