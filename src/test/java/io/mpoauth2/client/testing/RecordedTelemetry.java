package io.mpoauth2.client.testing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;

/** OpenTelemetry's SDK with exporters that keep what they get. */
public final class RecordedTelemetry implements AutoCloseable {
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(metrics).build())
          .build();

  public OpenTelemetry api() {
    return sdk;
  }

  /** Runs something in a span, as a call that somebody instruments; gives the span's id. */
  public String during(String name, Runnable call) {
    Span span = sdk.getTracer("test").spanBuilder(name).startSpan();
    Context.current().with(span).wrap(call).run();
    span.end();
    return span.getSpanContext().getSpanId();
  }

  /** Gives the spans that are over, in the order of their ends. */
  public List<SpanData> spans() {
    return spans.getFinishedSpanItems();
  }

  public SpanData span(String name) {
    List<SpanData> named = spans().stream().filter(each -> each.getName().equals(name)).toList();
    if (named.size() != 1) {
      throw new AssertionError(name + " among " + spans());
    }
    return named.get(0);
  }

  /** Gives a measurement as it is now; fails if there is none. */
  public MetricData metric(String name) {
    return metrics.collectAllMetrics().stream()
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }

  public boolean hasMetric(String name) {
    return metrics.collectAllMetrics().stream().anyMatch(each -> each.getName().equals(name));
  }

  @Override
  public void close() {
    sdk.close();
  }
}
