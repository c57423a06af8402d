package io.mpoauth2.client.telemetry;

import io.mpoauth2.client.token.TokenRejectionEvent;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Locale;

/**
 * Shows in a trace what others hide: the refusal, as an event of the call's span, because whoever
 * makes that one sees only the final answer; and the second request, as a span of its own.
 */
final class SecondRequestSpans {
  private static final String REFUSAL = "mp_oauth2.client.unauthorized";

  private final Tracer tracer;

  SecondRequestSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  void record(TokenRejectionEvent event) {
    Context call = HttpAttributes.context(event);
    Span.fromContext(call).addEvent(REFUSAL, refusal(event), event.refusedAt());
    event.second().ifPresent(second -> record(event, second, call));
  }

  private void record(
      TokenRejectionEvent event, TokenRejectionEvent.SecondRequest second, Context call) {
    Attributes attributes = HttpAttributes.ofSecondRequest(event, second);
    Span span =
        tracer
            .spanBuilder(event.method())
            // Where there is one of it already, nobody is to count the request twice.
            .setSpanKind(second.isTracedByRuntime() ? SpanKind.INTERNAL : SpanKind.CLIENT)
            .setParent(call)
            .setStartTimestamp(second.startedAt())
            .setAllAttributes(attributes)
            .startSpan();
    if (attributes.get(HttpAttributes.ERROR) != null) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end(second.startedAt().plus(second.duration()));
  }

  private static Attributes refusal(TokenRejectionEvent event) {
    return Attributes.of(
        HttpAttributes.CLIENT,
        event.client(),
        HttpAttributes.STATUS,
        (long) event.status(),
        HttpAttributes.OUTCOME,
        event.outcome().name().toLowerCase(Locale.ROOT));
  }
}
