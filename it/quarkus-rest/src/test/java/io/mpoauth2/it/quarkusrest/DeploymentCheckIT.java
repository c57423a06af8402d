package io.mpoauth2.it.quarkusrest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The names were collected when the application was built, and are checked with the settings of
 * where it is started. The message is that of docs/deployment-check.md.
 */
class DeploymentCheckIT {
  private static final File OUTPUT = new File("target/failing.log");

  @Test
  void where_it_is_to_fail_the_application_does_not_start_and_says_why() throws Exception {
    Process application =
        new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(OUTPUT).start();
    try {
      assertThat(application.waitFor(60, TimeUnit.SECONDS)).as("it has ended").isTrue();
    } finally {
      application.destroyForcibly();
    }

    assertThat(application.exitValue()).isNotZero();
    assertThat(OUTPUT).content().contains(documented());
  }

  /** Nothing is configured of the client "carrier", which an interface names. */
  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Doauth2.client.deployment-check=fail");
    command.add("-Dsandbox.url=http://127.0.0.1:1");
    for (String client : List.of("signicat", "partner")) {
      command.add("-Doauth2.client." + client + ".token-endpoint=http://127.0.0.1:1/token");
      command.add("-Doauth2.client." + client + ".client-id=id");
      command.add("-Doauth2.client." + client + ".client-secret=secret");
    }
    command.add("-Dquarkus.http.host=127.0.0.1");
    command.add("-Dquarkus.http.port=0");
    command.add("-jar");
    command.add(System.getProperty("application.jar"));
    return command;
  }

  private static String documented() throws IOException {
    List<String> page = Files.readAllLines(Path.of("../../docs/deployment-check.md"));
    return page.get(page.indexOf("<!-- message: quarkus -->") + 2);
  }
}
