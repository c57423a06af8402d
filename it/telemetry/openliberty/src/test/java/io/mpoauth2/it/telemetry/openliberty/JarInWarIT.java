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
    takes(
        "new-1",
        "configDropins/overrides/new-secret.xml",
        """
        <server>
          <variable name="oauth2.client.varied.client-secret" value="new-1"/>
        </server>
        """);
  }

  @Test
  void a_new_secret_in_a_file_that_is_a_variable_is_used_without_a_restart() throws Exception {
    takes("new-2", "variables/oauth2.client.varied.client-secret", "new-2");
  }

  /** Each test has a secret of its own: it takes a while until a file that went is not read. */
  private void takes(String secret, String file, String text) throws Exception {
    Path path = directory().resolve(file);
    Files.createDirectories(path.getParent());
    try {
      sandbox().changeSecret(secret);
      sandbox().revokeTokens();
      Files.writeString(path, text);

      await("the server to have read it")
          .atMost(Duration.ofSeconds(60))
          .until(() -> call("varied") == 200);
    } finally {
      sandbox().changeSecret(Sandbox.DEFAULT_CLIENT_SECRET);
      Files.delete(path);
    }
  }
}
