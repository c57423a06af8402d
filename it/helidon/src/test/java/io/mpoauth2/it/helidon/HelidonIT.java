package io.mpoauth2.it.helidon;

import io.mpoauth2.it.core.runtime.FeaturesOnServer;
import java.io.File;

/** The application on Helidon MP, started as an administrator would. */
class HelidonIT extends FeaturesOnServer {
  @Override
  protected ProcessBuilder command(int port) {
    File serverConfig = new File(System.getProperty("server-config"));
    ProcessBuilder command =
        new ProcessBuilder(
            java(),
            "-Dserver.host=127.0.0.1",
            "-Dserver.port=" + port,
            "-jar",
            System.getProperty("application.jar"));
    command.environment().put("HELIDON_MP_META_CONFIG", "mp-meta-config.yaml");
    return command.directory(serverConfig);
  }
}
