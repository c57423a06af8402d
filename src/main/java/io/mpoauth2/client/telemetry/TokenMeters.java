package io.mpoauth2.client.telemetry;

import io.mpoauth2.client.token.TokenRejectionEvent;
import io.mpoauth2.client.token.TokenRequestEvent;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Measurements. A cached token is none: there is no increment on the way of a call. */
final class TokenMeters implements AutoCloseable {
  private static final double NANOS = 1e9;

  private final DoubleHistogram durations;
  private final LongCounter refusals;
  private final ObservableDoubleGauge remaining;

  /** When the last token of each client and scope set ends. */
  private final Map<Attributes, Instant> ends = new ConcurrentHashMap<>();

  TokenMeters(Meter meter) {
    this.durations =
        advised(
                meter
                    .histogramBuilder("http.client.request.duration")
                    .setUnit("s")
                    .setDescription("Duration of HTTP client requests."))
            .build();
    this.refusals =
        meter
            .counterBuilder("mp_oauth2.client.unauthorized")
            .setUnit("{response}")
            .setDescription("Answers of APIs that refused a token, by what became of the request.")
            .build();
    this.remaining =
        meter
            .gaugeBuilder("mp_oauth2.client.token.remaining")
            .setUnit("s")
            .setDescription("What is left of the life of the token in use.")
            .buildWithCallback(this::observe);
  }

  /**
   * The boundaries of the conventions; the SDK's own are meant for milliseconds. The API takes no
   * such advice before 1.32, which Payara has: measurements are made there all the same.
   */
  private static DoubleHistogramBuilder advised(DoubleHistogramBuilder histogram) {
    try {
      return histogram.setExplicitBucketBoundariesAdvice(
          List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0));
    } catch (NoSuchMethodError olderApi) {
      return histogram;
    }
  }

  void remembers(TokenRequestEvent event) {
    AttributesBuilder whose = Attributes.builder().put(HttpAttributes.CLIENT, event.client());
    if (!event.scope().isEmpty()) {
      whose.put(HttpAttributes.SCOPE, String.join(" ", new TreeSet<>(event.scope())));
    }
    event.expiresAt().ifPresent(end -> ends.put(whose.build(), end));
  }

  void took(Duration duration, Attributes attributes, Context context) {
    durations.record(duration.toNanos() / NANOS, attributes, context);
  }

  void counts(TokenRejectionEvent event) {
    refusals.add(
        1,
        Attributes.of(
            HttpAttributes.CLIENT,
            event.client(),
            HttpAttributes.OUTCOME,
            event.outcome().name().toLowerCase(Locale.ROOT)),
        HttpAttributes.context(event));
  }

  private void observe(ObservableDoubleMeasurement gauge) {
    Instant now = Instant.now();
    ends.forEach(
        (whose, end) ->
            gauge.record(Math.max(0, Duration.between(now, end).toMillis() / 1000.0), whose));
  }

  @Override
  public void close() {
    remaining.close();
  }
}
