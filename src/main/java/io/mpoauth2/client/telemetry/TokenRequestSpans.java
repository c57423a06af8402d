package io.mpoauth2.client.telemetry;

import io.mpoauth2.client.token.TokenRequestEvent;
import io.mpoauth2.client.token.TokenRequestEvent.Purpose;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.net.URI;

/**
 * Spans of token requests. That of a first token is a child of the call that waits for it; a
 * renewal belongs to nobody's call, so it has no parent, and a link to the call that began it.
 */
final class TokenRequestSpans {
  private final Tracer tracer;

  TokenRequestSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  /** Makes a span of a request that is over; gives it as a context, for measurements. */
  Context record(TokenRequestEvent event, URI endpoint, Attributes attributes) {
    Context asked = HttpAttributes.context(event);
    SpanBuilder builder =
        tracer
            .spanBuilder("POST")
            .setSpanKind(SpanKind.CLIENT)
            .setStartTimestamp(event.startedAt())
            .setAllAttributes(attributes)
            .setAttribute(HttpAttributes.URL, endpoint.toString());
    boolean isRenewal = event.purpose() == Purpose.RENEWAL;
    if (isRenewal) {
      builder.setNoParent().addLink(Span.fromContext(asked).getSpanContext());
    } else {
      builder.setParent(asked);
    }
    Span span = builder.startSpan();
    if (event.failure().isPresent()) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end(event.startedAt().plus(event.duration()));
    return (isRenewal ? Context.root() : asked).with(span);
  }
}
