package io.mpoauth2.it.telemetry.openliberty;

import io.mpoauth2.it.telemetry.TelemetryContract;
import java.nio.file.Path;

/** What {@code wlp/bin/server run} does, without the shell in between. */
abstract class OpenLiberty extends TelemetryContract {
  private final String server;

  OpenLiberty(String server) {
    this.server = server;
  }

  /** Gives where the server's configuration is. */
  final Path directory() {
    return home().resolve("usr/servers").resolve(server);
  }

  private static Path home() {
    return Path.of(System.getProperty("liberty.home"));
  }

  @Override
  protected ProcessBuilder command(int port) {
    Path home = home();
    ProcessBuilder command =
        new ProcessBuilder(
            java(),
            "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
            "@" + home.resolve("lib/platform/java/java9.options"),
            "-jar",
            home.resolve("bin/tools/ws-server.jar").toString(),
            server);
    command.environment().put("HTTP_PORT", String.valueOf(port));
    return command;
  }

  @Override
  protected String context() {
    return "/application";
  }
}
