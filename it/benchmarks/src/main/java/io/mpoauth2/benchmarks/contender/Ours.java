package io.mpoauth2.benchmarks.contender;

import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.telemetry.OpenTelemetryListener;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenListener;
import io.mpoauth2.client.token.TokenProvider;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** This library as Java SE has it, with its defaults. */
public final class Ours implements Contender {
  private final TokenProviders providers;
  private final TokenProvider provider;

  public Ours(Terms terms) {
    this(terms, List.of());
  }

  private Ours(Terms terms, List<TokenListener> listeners) {
    String client = "oauth2.client.bench.";
    String timeout = terms.timeout().toString();
    providers =
        TokenProviders.from(
            new MapConfig(
                Map.of(
                    client + "token-endpoint",
                    terms.tokenEndpoint().toString(),
                    client + "client-id",
                    TokenPost.CLIENT_ID,
                    client + "client-secret",
                    TokenPost.CLIENT_SECRET,
                    client + "connect-timeout",
                    timeout,
                    client + "request-timeout",
                    timeout)),
            listeners);
    provider = providers.get("bench");
  }

  /** Gives one whose token requests make spans and measurements, kept in memory. */
  static Ours watched(Terms terms) {
    OpenTelemetry telemetry =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(InMemorySpanExporter.create()))
                    .build())
            .setMeterProvider(
                SdkMeterProvider.builder()
                    .registerMetricReader(InMemoryMetricReader.create())
                    .build())
            .build();
    return new Ours(terms, List.of(new OpenTelemetryListener(telemetry)));
  }

  /** Gives what a filter is made with. */
  public TokenProvider provider() {
    return provider;
  }

  @Override
  public String token() {
    return provider.token().value();
  }

  @Override
  public String replace(String rejected) {
    // Tokens are compared by value, so the rest of the refused one does not matter.
    AccessToken refused = new AccessToken(rejected, "Bearer", Instant.EPOCH, Set.of());
    return provider.replace(refused).value();
  }

  @Override
  public void close() {
    providers.close();
  }
}
