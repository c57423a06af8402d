package io.mpoauth2.it.telemetry.quarkus;

import io.mpoauth2.it.telemetry.TelemetryContract;
import java.net.URI;

/** The packaged application on Quarkus REST. */
class QuarkusTelemetryIT extends TelemetryContract {
  @Override
  protected ProcessBuilder command(int port) {
    return new ProcessBuilder(
        java(),
        "-Dquarkus.http.host=127.0.0.1",
        "-Dquarkus.http.port=" + port,
        "-jar",
        System.getProperty("application.jar"));
  }

  @Override
  protected URI readiness(int port) {
    return URI.create("http://127.0.0.1:" + port + "/q/health/ready");
  }
}
