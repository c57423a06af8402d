package io.mpoauth2.client.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.cache.CachedTokenProvider;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.testing.ManualThreads;
import io.mpoauth2.client.testing.RecordedTelemetry;
import io.mpoauth2.client.testing.ScriptedSource;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.watch.ClientWatch;
import io.mpoauth2.client.token.watch.Listeners;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A renewal ahead of time belongs to nobody's call. */
class RenewalSpanTest {
  private final RecordedTelemetry telemetry = new RecordedTelemetry();
  private final ManualClock clock = new ManualClock();
  private final ManualThreads threads = new ManualThreads();
  private final CachedTokenProvider tokens =
      new ScriptedSource(clock)
          .cachedWith(
              threads,
              new ClientWatch(
                  new ClientLog("signicat"),
                  Set.of(),
                  Listeners.of(List.of(new OpenTelemetryListener(telemetry.api())))));

  @AfterEach
  void close() {
    telemetry.close();
  }

  @Test
  void it_has_a_link_to_the_call_that_began_it_and_no_parent() {
    tokens.token();
    clock.advance(Duration.ofSeconds(700));

    String call = telemetry.during("call", tokens::token);

    SpanData renewal = last();
    assertThat(renewal.getParentSpanId()).isEqualTo(SpanId.getInvalid());
    assertThat(renewal.getLinks())
        .extracting(link -> link.getSpanContext().getSpanId())
        .containsExactly(call);
    assertThat(renewal.getTraceId()).isNotEqualTo(telemetry.span("call").getTraceId());
  }

  @Test
  void without_a_span_of_a_call_it_has_no_link() {
    tokens.token();
    clock.advance(Duration.ofSeconds(700));

    tokens.token();

    assertThat(last().getLinks()).isEmpty();
  }

  private SpanData last() {
    List<SpanData> tokenRequests =
        telemetry.spans().stream().filter(span -> span.getName().equals("POST")).toList();
    assertThat(tokenRequests).hasSize(2);
    return tokenRequests.get(1);
  }
}
