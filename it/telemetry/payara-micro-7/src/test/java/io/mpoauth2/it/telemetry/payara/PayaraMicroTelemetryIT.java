package io.mpoauth2.it.telemetry.payara;

import io.mpoauth2.it.telemetry.TelemetryContract;
import java.util.Map;

/** The application on Payara Micro. */
class PayaraMicroTelemetryIT extends TelemetryContract {
  @Override
  protected ProcessBuilder command(int port) {
    return new ProcessBuilder(
        java(),
        "-jar",
        System.getProperty("payara-micro.jar"),
        "--nocluster",
        "--port",
        String.valueOf(port),
        "--contextroot",
        "/",
        "--deploy",
        System.getProperty("application.war"));
  }

  /** It exports no measurements unless it is told where to. */
  @Override
  protected void adapt(Map<String, String> environment) {
    environment.put("OTEL_METRICS_EXPORTER", "otlp");
  }
}
