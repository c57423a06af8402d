package io.mpoauth2.it.telemetry.openliberty;

import static org.awaitility.Awaitility.await;

import io.mpoauth2.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The application brings the library. */
class JarInWarIT extends OpenLiberty {
  JarInWarIT() {
    super("jar-in-war");
  }

  @Test
  void a_new_secret_in_a_variable_is_used_without_a_restart() throws Exception {
    Path overrides = directory().resolve("configDropins/overrides");
    Files.createDirectories(overrides);
    Path variable = overrides.resolve("new-secret.xml");
    try {
      sandbox().changeSecret("another");
      Files.writeString(
          variable,
          "<server><variable name=\"oauth2.client.varied.client-secret\" value=\"another\"/></server>");

      await("the server to have read it")
          .atMost(Duration.ofSeconds(60))
          .until(() -> call("varied") == 200);
    } finally {
      sandbox().changeSecret(Sandbox.DEFAULT_CLIENT_SECRET);
      Files.delete(variable);
    }
  }
}
