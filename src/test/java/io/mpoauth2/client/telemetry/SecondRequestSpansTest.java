package io.mpoauth2.client.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.RecordedTelemetry;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenRejectionEvent.Outcome;
import io.mpoauth2.client.token.watch.RejectionTold;
import io.mpoauth2.client.token.watch.RejectionTold.Rejected;
import io.mpoauth2.client.token.watch.RejectionTold.Second;
import io.mpoauth2.client.token.watch.Told;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who counts the requests that a trace shows counts each of them once. */
class SecondRequestSpansTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  private final RecordedTelemetry telemetry = new RecordedTelemetry();
  private final OpenTelemetryListener listener = new OpenTelemetryListener(telemetry.api());

  @AfterEach
  void close() {
    listener.close();
    telemetry.close();
  }

  @Test
  void where_the_runtime_traces_the_call_the_second_request_is_a_clients_span() {
    listener.tokenRejected(recovered(false));

    assertThat(telemetry.span("GET").getKind()).isEqualTo(SpanKind.CLIENT);
  }

  @Test
  void where_the_runtime_traces_each_request_it_is_none_and_has_the_count_all_the_same() {
    listener.tokenRejected(recovered(true));

    assertThat(telemetry.span("GET").getKind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(
            telemetry
                .span("GET")
                .getAttributes()
                .get(AttributeKey.longKey("http.request.resend_count")))
        .isEqualTo(1);
  }

  private static RejectionTold recovered(boolean isTracedByRuntime) {
    return new RejectionTold(
        new Told("orders", Set.of(), Context.root()),
        Outcome.RECOVERED,
        "",
        new Rejected(
            "GET",
            URI.create("https://api.example/orders"),
            401,
            NOW,
            new AccessToken("abc", "Bearer", NOW, Set.of())),
        new Second(200, null, NOW, Duration.ofMillis(5), isTracedByRuntime));
  }
}
