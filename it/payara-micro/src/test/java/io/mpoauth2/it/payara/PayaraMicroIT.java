package io.mpoauth2.it.payara;

import io.mpoauth2.it.core.runtime.FeaturesOnServer;
import io.mpoauth2.it.core.runtime.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The application on Payara Micro, started as an administrator would. */
class PayaraMicroIT extends FeaturesOnServer {
  @Override
  protected ProcessBuilder command(int port) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-jar",
                System.getProperty("payara-micro.jar"),
                "--nocluster",
                "--port",
                String.valueOf(port),
                "--contextroot",
                "/",
                "--deploy",
                System.getProperty("application.war")));
    for (Path properties : Template.named("client.properties").writtenCopies()) {
      command.addAll(List.of("--systemproperties", properties.toString()));
    }
    for (Template template : Template.ofKeys()) {
      command.addAll(List.of("--systemproperties", template.file().toString()));
    }
    return new ProcessBuilder(command);
  }
}
