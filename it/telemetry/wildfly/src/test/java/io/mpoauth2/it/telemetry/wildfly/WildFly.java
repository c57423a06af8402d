package io.mpoauth2.it.telemetry.wildfly;

import io.mpoauth2.it.telemetry.TelemetryContract;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** What {@code bin/standalone.sh} does, without the shell in between. */
abstract class WildFly extends TelemetryContract {
  private final String configuration;
  private final int management;

  WildFly(String configuration) throws IOException {
    this.configuration = configuration;
    this.management = freePort();
  }

  @Override
  protected ProcessBuilder command(int port) {
    String home = System.getProperty("wildfly.home");
    return new ProcessBuilder(
        java(),
        "--add-exports=jdk.unsupported/sun.misc=ALL-UNNAMED",
        "--add-exports=jdk.unsupported/sun.reflect=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
        "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        "--add-opens=java.base/java.net=ALL-UNNAMED",
        "--add-opens=java.base/java.security=ALL-UNNAMED",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
        "-Djboss.home.dir=" + home,
        "-Djboss.bind.address=127.0.0.1",
        "-Djboss.http.port=" + port,
        "-Djboss.management.http.port=" + management,
        "-jar",
        home + "/jboss-modules.jar",
        "-mp",
        home + "/modules",
        "org.jboss.as.standalone",
        "-c",
        configuration);
  }

  /** Its telemetry takes of MicroProfile Config only what is named {@code otel.…} there. */
  @Override
  protected void adapt(Map<String, String> environment) {
    tellAsSystemProperties(environment);
  }

  @Override
  protected String context() {
    return "/application";
  }

  @Override
  protected URI readiness(int port) {
    return URI.create("http://127.0.0.1:" + management + "/health/ready");
  }
}
