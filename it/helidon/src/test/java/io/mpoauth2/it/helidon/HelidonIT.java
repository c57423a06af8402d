package io.mpoauth2.it.helidon;

import io.mpoauth2.it.core.runtime.FeaturesOnServer;
import io.mpoauth2.it.core.runtime.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The application on Helidon MP, started as an administrator would. */
class HelidonIT extends FeaturesOnServer {
  private static final String SOURCES = "sources:\n";

  @Override
  protected ProcessBuilder command(int port) throws IOException {
    Path directory =
        Template.write("mp-meta-config.yaml", metaConfig(Template.named("mp-meta-config.yaml")))
            .getParent();
    Template.named("client.properties").writtenCopies();
    for (Template template : Template.ofKeys()) {
      Path properties = template.file();
      Template.write(properties.getFileName().toString(), Files.readString(properties));
    }
    ProcessBuilder command =
        new ProcessBuilder(
            java(),
            "-Dserver.host=127.0.0.1",
            "-Dserver.port=" + port,
            "-jar",
            System.getProperty("application.jar"));
    command.environment().put("HELIDON_MP_META_CONFIG", "mp-meta-config.yaml");
    return command.directory(directory.toFile());
  }

  /** One file for all clients: its last lines once more for each of the others. */
  private static String metaConfig(Template template) throws IOException {
    List<String> copies = template.copies();
    StringBuilder text = new StringBuilder(copies.get(0));
    String form = Files.readString(template.file());
    String sources = form.substring(form.indexOf(SOURCES) + SOURCES.length());
    for (String copy : copies.subList(1, copies.size())) {
      text.append(copy.substring(copy.indexOf(SOURCES) + SOURCES.length()));
    }
    for (String client : List.of("orders", "ledger")) {
      text.append(sources.replace("NAME", client));
    }
    return text.toString();
  }
}
