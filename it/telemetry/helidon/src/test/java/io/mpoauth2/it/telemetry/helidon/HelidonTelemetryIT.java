package io.mpoauth2.it.telemetry.helidon;

import io.mpoauth2.it.telemetry.TelemetryContract;

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
}
