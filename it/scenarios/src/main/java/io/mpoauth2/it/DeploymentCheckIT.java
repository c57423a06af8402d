package io.mpoauth2.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Row D9: what the server's log says when an application starts that names clients which cannot be
 * used. The messages are those of docs/deployment-check.md.
 */
@ExtendWith(ArquillianExtension.class)
public class DeploymentCheckIT {
  private static final String BEGINNING = "OAuth2 clients that cannot be used";
  private static final Path LOG = Path.of(System.getProperty("server.log"));

  @ArquillianResource Deployer deployer;

  @Deployment(name = "warned", managed = false, testable = false)
  static WebArchive warned() {
    return Application.checked("warned.war", "");
  }

  @Deployment(name = "failing", managed = false, testable = false)
  static WebArchive failing() {
    return Application.checked("failing.war", "oauth2.client.deployment-check=fail");
  }

  @Deployment(name = "unchecked", managed = false, testable = false)
  static WebArchive unchecked() {
    return Application.checked("unchecked.war", "oauth2.client.deployment-check=off");
  }

  @Test
  void application_with_unusable_clients_starts_with_one_warning() throws Exception {
    int before = messages().size();

    deployer.deploy("warned");

    assertThat(statusOf("warned")).isEqualTo(200);
    assertThat(messages().subList(before, messages().size()))
        .singleElement()
        .isEqualTo(documented("warn"));
    deployer.undeploy("warned");
  }

  @Test
  void where_it_is_to_fail_it_does_not_start_and_the_log_says_why() throws Exception {
    int before = messages().size();

    // Arquillian does not hear of it on Open Liberty where the jar is a shared library.
    catchThrowable(() -> deployer.deploy("failing"));

    assertThat(statusOf("failing")).isNotEqualTo(200);
    assertThat(String.join("\n", messages().subList(before, messages().size())))
        .contains(documented("fail"));
  }

  @Test
  void where_it_is_off_nothing_is_said() throws Exception {
    int before = messages().size();

    deployer.deploy("unchecked");

    assertThat(statusOf("unchecked")).isEqualTo(200);
    assertThat(messages()).hasSize(before);
    deployer.undeploy("unchecked");
  }

  private static int statusOf(String application) throws IOException, InterruptedException {
    URI uri =
        URI.create(
            "http://127.0.0.1:" + System.getProperty("http.port") + "/" + application + "/started");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
        .statusCode();
  }

  /** Gives what follows the time and the rest before it. */
  private static List<String> messages() throws IOException {
    return new String(Files.readAllBytes(LOG), StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> line.contains(BEGINNING))
        .map(line -> line.substring(line.indexOf(BEGINNING)))
        .toList();
  }

  /** The line below the marker, and below the fence, of the page. */
  private static String documented(String marker) throws IOException {
    List<String> page =
        Files.readAllLines(Path.of(System.getProperty("docs"), "deployment-check.md"));
    return page.get(page.indexOf("<!-- message: " + marker + " -->") + 2);
  }
}
