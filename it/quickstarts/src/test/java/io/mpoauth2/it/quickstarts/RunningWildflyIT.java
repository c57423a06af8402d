package io.mpoauth2.it.quickstarts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.it.core.runtime.ServerProcess;
import io.mpoauth2.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code server-config/wildfly}, applied word by word to a server that runs. */
class RunningWildflyIT {
  private static final Path PAGES = Path.of(System.getProperty("server-config"), "wildfly");
  private static final Pattern ENCRYPTED = Pattern.compile("token '([^']+)'");
  private static final String CALL = "/shop/4711";

  @Test
  void client_is_seen_only_after_the_reload_that_the_page_asks_for(@TempDir Path work)
      throws Exception {
    List<String> commands =
        RunningWildfly.commands(
                PAGES.resolve("README.md"), "elytron-tool.sh", "chmod", "sed", "jboss-cli.sh")
            .stream()
            // The page's example is another client than the application has.
            .map(command -> command.replace("invoices", "orders"))
            .toList();
    try (Sandbox sandbox = Sandbox.start();
        RunningWildfly wildfly = start(work, sandbox)) {
      ServerProcess server = wildfly.server();
      server.awaitStatusAt(CALL, 500);

      // The key, and who may read it.
      for (String command : commands.subList(0, 3)) {
        wildfly.run(command);
      }
      wildfly.run("printf '%s\\n%s\\n' sandbox-secret sandbox-secret | " + commands.get(3));
      give(wildfly, sandbox, encrypted(wildfly.output()));
      wildfly.run(commands.get(4));
      wildfly.run(commands.get(5));
      int before = server.status(CALL);
      wildfly.run(commands.get(6));
      server.awaitAnswerAt(CALL);

      assertThat(before).isEqualTo(500);
      assertThat(commands.get(6)).endsWith("--command=reload");
      assertThat(server.get(CALL, Duration.ofSeconds(10))).contains("4711");
      assertThat(sandbox.counters().tokenRequests()).isEqualTo(1);
    }
  }

  /** The application knows no secret, so that it asks nobody for a token. */
  private static RunningWildfly start(Path work, Sandbox sandbox) throws IOException {
    Path home = Quickstart.named("wildfly").directory().resolve("target/server");
    RunningWildfly wildfly =
        RunningWildfly.start(
            home.toAbsolutePath().normalize(),
            work,
            Map.of("ORDERS_MP_REST_URL", sandbox.baseUri().toString()));
    Files.copy(PAGES.resolve("client.cli"), wildfly.configuration().resolve("client.cli"));
    return wildfly;
  }

  private static void give(RunningWildfly wildfly, Sandbox sandbox, String secret)
      throws IOException {
    Files.write(
        wildfly.configuration().resolve("orders.properties"),
        List.of(
            "orders.client-id=" + Sandbox.DEFAULT_CLIENT_ID,
            "orders.scope=document_read",
            "orders.encrypted-secret=" + secret,
            "orders.token-endpoint=" + sandbox.tokenEndpoint()));
  }

  private static String encrypted(String printed) {
    Matcher token = ENCRYPTED.matcher(printed);
    assertThat(token.find()).as(printed).isTrue();
    return token.group(1);
  }
}
