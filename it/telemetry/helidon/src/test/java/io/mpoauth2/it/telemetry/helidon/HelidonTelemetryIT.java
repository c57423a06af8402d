package io.mpoauth2.it.telemetry.helidon;

import io.mpoauth2.it.telemetry.TelemetryContract;
import java.util.Map;

/** The application on Helidon MP. */
class HelidonTelemetryIT extends TelemetryContract {
  @Override
  protected ProcessBuilder command(int port) {
    return new ProcessBuilder(
        java(),
        "-Dserver.host=127.0.0.1",
        "-Dserver.port=" + port,
        "-jar",
        System.getProperty("application.jar"));
  }

  /**
   * Its telemetry takes of MicroProfile Config only what is named {@code otel.…} there, and exports
   * no measurements unless it is told where to.
   */
  @Override
  protected void adapt(Map<String, String> environment) {
    environment.put("OTEL_METRICS_EXPORTER", "otlp");
    tellAsSystemProperties(environment);
  }
}
