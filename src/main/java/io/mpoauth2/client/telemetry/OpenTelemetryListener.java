package io.mpoauth2.client.telemetry;

import io.mpoauth2.client.token.TokenRejectionEvent;
import io.mpoauth2.client.token.TokenRequestEvent;
import io.mpoauth2.client.token.watch.PromptListener;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;

/**
 * Makes spans and measurements of token requests and of what becomes of refused tokens, by
 * OpenTelemetry's conventions for HTTP clients. In a CDI application with a bean {@code
 * OpenTelemetry} it is there by itself; without CDI:
 *
 * <pre>{@code
 * try (OpenTelemetryListener telemetry = new OpenTelemetryListener(openTelemetry);
 *     TokenProviders providers = TokenProviders.from(config, List.of(telemetry))) {
 *   // calls
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class OpenTelemetryListener implements PromptListener, AutoCloseable {
  private static final String SCOPE_NAME = "io.mpoauth2.client";

  private final TokenRequestSpans requests;
  private final SecondRequestSpans seconds;
  private final TokenMeters meters;

  /**
   * Makes a listener.
   *
   * @param openTelemetry where spans and measurements go
   */
  public OpenTelemetryListener(OpenTelemetry openTelemetry) {
    Meter meter = openTelemetry.getMeter(SCOPE_NAME);
    this.requests = new TokenRequestSpans(openTelemetry.getTracer(SCOPE_NAME));
    this.seconds = new SecondRequestSpans(openTelemetry.getTracer(SCOPE_NAME));
    this.meters = new TokenMeters(meter);
  }

  /** Gives the context of the calling thread, of which spans are children. */
  @Override
  public Object context() {
    return Context.current();
  }

  @Override
  public void tokenRequested(TokenRequestEvent event) {
    meters.remembers(event);
    event
        .endpoint()
        .ifPresent(
            endpoint -> {
              Attributes attributes = HttpAttributes.ofTokenRequest(event, endpoint);
              Context span = requests.record(event, endpoint, attributes);
              meters.took(event.duration(), attributes, span);
            });
  }

  @Override
  public void tokenRejected(TokenRejectionEvent event) {
    seconds.record(event);
    meters.counts(event);
  }

  /** Ends the measurements that are made when somebody looks. */
  @Override
  public void close() {
    meters.close();
  }
}
