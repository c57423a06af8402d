package io.mpoauth2.it.quarkusrest;

import io.mpoauth2.it.core.runtime.FeaturesOnServer;
import java.io.File;

/** The packaged application on Quarkus REST, started as an administrator would. */
class QuarkusRestIT extends FeaturesOnServer {
  @Override
  protected ProcessBuilder command(int port) {
    return new ProcessBuilder(
            java(),
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + port,
            "-jar",
            System.getProperty("application.jar"))
        .directory(new File(System.getProperty("server-config")));
  }
}
