package io.mpoauth2.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs inside the server, in an application that knows nothing of the credentials. */
@ExtendWith(ArquillianExtension.class)
public class OAuth2ClientIT {
  @Inject Config config;
  @Inject @RestClient SandboxHealth sandbox;

  /**
   * Runs in the JVM of the tests, before anything is deployed: the one place where the sandbox can
   * be started.
   */
  @Deployment
  static WebArchive application() {
    return Application.calling(ReservedSandbox.start());
  }

  @Test
  void server_configuration_names_the_client() {
    assertEquals("it-client", property("client-id"));
  }

  @Test
  void server_configuration_names_the_scope() {
    assertEquals("document_read document_write", property("scope"));
  }

  @Test
  void server_configuration_names_the_token_endpoint() {
    assertEquals(
        config.getValue("sandbox/mp-rest/url", String.class) + "/oauth/connect/token",
        property("token-endpoint"));
  }

  /**
   * In clear text in neither server: WildFly decrypts it, Open Liberty is told which file holds it.
   */
  @Test
  void server_configuration_has_the_secret() throws IOException {
    Optional<String> file =
        config.getOptionalValue("oauth2.client.signicat.client-secret-file", String.class);

    String secret =
        file.isPresent()
            ? Files.readString(Path.of(file.get())).stripTrailing()
            : property("client-secret");

    assertEquals("it-secret:%+ &${x}", secret);
  }

  /** Else one of the two ways to install would be tested twice and the other not at all. */
  @Test
  void library_is_the_installed_one_or_the_own_one() throws ClassNotFoundException {
    ClassLoader library = Class.forName("io.mpoauth2.client.OAuth2Client").getClassLoader();

    boolean own = library == SandboxHealth.class.getClassLoader();

    assertEquals(config.getValue("library.installed", Boolean.class), !own);
  }

  @Test
  void injected_rest_client_reaches_the_sandbox() {
    assertEquals("{\"status\":\"UP\"}", sandbox.health());
  }

  private String property(String name) {
    return config.getValue("oauth2.client.signicat." + name, String.class);
  }
}
