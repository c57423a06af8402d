package io.mpoauth2.it.quarkusrest;

import io.mpoauth2.it.core.runtime.FeaturesOnServer;
import io.mpoauth2.it.core.runtime.Template;
import java.io.IOException;
import java.nio.file.Path;

/** The packaged application on Quarkus REST, started as an administrator would. */
class QuarkusRestIT extends FeaturesOnServer {
  @Override
  protected ProcessBuilder command(int port) throws IOException {
    Template template = Template.named("config/application.properties");
    // Quarkus looks for one file of this name; it is for all clients.
    Path properties =
        Template.write(
            "config/application.properties",
            String.join("\n", template.copies()) + '\n' + Template.textOfKeys());
    return new ProcessBuilder(
            java(),
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + port,
            "-jar",
            System.getProperty("application.jar"))
        .directory(properties.getParent().getParent().toFile());
  }
}
