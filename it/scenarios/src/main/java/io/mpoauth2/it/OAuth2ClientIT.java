package io.mpoauth2.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import io.mpoauth2.it.api.Annotated;
import io.mpoauth2.it.api.Controls;
import io.mpoauth2.it.api.Foreign;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/**
 * Runs inside the server, in an application that knows nothing of the credentials: they are in the
 * server's own configuration.
 */
@ExtendWith(ArquillianExtension.class)
public class OAuth2ClientIT {
  private static final String DOCUMENT = "contract-1";

  @Inject Config config;
  @Inject @RestClient Controls sandbox;
  @Inject Instance<InjectedClients> injected;

  private InjectedClients clients;

  @BeforeEach
  void inject() {
    clients = injected.get();
  }

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
    assertEquals("document_read document_write", property("scope"));
    assertEquals(api() + "/oauth/connect/token", property("token-endpoint"));
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
  void library_is_the_installed_one_or_the_own_one() {
    ClassLoader library = OAuth2Client.class.getClassLoader();

    boolean own = library == Controls.class.getClassLoader();

    assertEquals(config.getValue("library.installed", Boolean.class), !own);
  }

  @Test
  void injected_client_built_client_and_injected_provider_have_one_token() {
    assertIsDocument(clients.documents.get(DOCUMENT)); // whatever other tests did to the token
    AccessToken token = clients.tokens.token();
    int before = count("tokenRequests");

    assertIsDocument(clients.documents.get(DOCUMENT));
    assertIsDocument(
        RestClientBuilder.newBuilder()
            .baseUri(URI.create(api()))
            .build(Annotated.class)
            .get(DOCUMENT));

    assertEquals(token.value(), clients.tokens.token().value());
    assertEquals(before, count("tokenRequests"));
    assertTrue(token.scope().contains("document_write"));
  }

  @Test
  void client_without_any_sign_of_oauth_gets_no_token() {
    int before = count("tokenRequests");

    assertStatus(401, () -> clients.plain.get(DOCUMENT));

    assertEquals(before, count("tokenRequests"));
  }

  @Test
  void configuration_alone_opts_in() {
    assertIsDocument(clients.generated.get(DOCUMENT));
  }

  @Test
  void get_is_sent_once_more_after_a_401() {
    assertIsDocument(clients.reader.get(DOCUMENT));
    sandbox.revokeTokens();
    Count count = new Count();

    assertIsDocument(clients.reader.get(DOCUMENT));

    count.assertGrownBy(1, 2, 1);
  }

  @Test
  void post_of_json_is_sent_once_more_after_a_401() {
    clients.writer.create("{\"title\":\"first\"}").close();
    sandbox.revokeTokens();
    Count count = new Count();

    try (Response created = clients.writer.create("{\"title\":\"Größe\"}")) {
      assertEquals(201, created.getStatus());
      assertTrue(created.readEntity(String.class).contains("\"title\":\"Größe\""));
    }

    count.assertGrownBy(1, 2, 1);
  }

  @Test
  void asynchronous_get_is_sent_once_more_after_a_401() throws Exception {
    assertIsDocument(clients.lateReader.get(DOCUMENT));
    sandbox.revokeTokens();
    Count count = new Count();

    CompletableFuture<String> later = clients.lateReader.getLater(DOCUMENT).toCompletableFuture();

    assertIsDocument(later.get(10, TimeUnit.SECONDS));
    count.assertGrownBy(1, 2, 1);
  }

  @Test
  void request_is_sent_twice_at_most() {
    assertIsDocument(clients.refused.get(DOCUMENT));
    sandbox.refuseAll("true");
    try {
      Count count = new Count();

      assertStatus(401, () -> clients.refused.get(DOCUMENT));

      count.assertGrownBy(1, 2, 2);
    } finally {
      sandbox.refuseAll("false");
    }
  }

  @Test
  void forbidden_asks_for_no_other_token() {
    assertStatus(403, () -> clients.narrow.get(DOCUMENT));
    Count count = new Count();

    assertStatus(403, () -> clients.narrow.get(DOCUMENT));

    count.assertGrownBy(0, 1, 0);
  }

  @Test
  void wrong_secret_says_what_to_change() {
    Count count = new Count();

    TokenRefusedException cause =
        cause(TokenRefusedException.class, () -> clients.mistaken.get(DOCUMENT));

    assertEquals("invalid_client", cause.error());
    assertTrue(cause.getMessage().contains("oauth2.client.mistaken.client-secret"));
    count.assertGrownBy(1, 0, 0);
  }

  @Test
  void token_endpoint_that_is_down_is_asked_once_per_cooldown() {
    sandbox.failTokenRequests("{\"status\":503}");
    try {
      Count count = new Count();

      TokenUnavailableException first =
          cause(TokenUnavailableException.class, () -> clients.unlucky.get(DOCUMENT));
      TokenUnavailableException second =
          cause(TokenUnavailableException.class, () -> clients.unlucky.get(DOCUMENT));

      assertTrue(first.getMessage().contains("503"));
      assertTrue(second.nextAttempt().isPresent());
      count.assertGrownBy(1, 0, 0);
    } finally {
      sandbox.failTokenRequests("{}");
    }
  }

  /**
   * The client is built without the runtime's own exception mapper: Open Liberty's looks for its
   * configuration during each call, on the calling thread, and fails there whoever made the client.
   */
  @Test
  void call_and_retry_work_on_a_thread_without_a_class_loader() throws InterruptedException {
    Foreign foreign =
        RestClientBuilder.newBuilder()
            .baseUri(URI.create(api()))
            .property("microprofile.rest.client.disable.default.mapper", true)
            .build(Foreign.class);
    assertIsDocument(onForeignThread(null, () -> foreign.get(DOCUMENT)));
    sandbox.revokeTokens();
    Count count = new Count();

    assertIsDocument(onForeignThread(null, () -> foreign.get(DOCUMENT)));

    count.assertGrownBy(1, 2, 1);
  }

  /** Such as a thread of the JDK's common pool is, from JDK 25 on. */
  @Test
  void call_and_retry_work_on_a_thread_of_the_system() throws InterruptedException {
    ClassLoader system = ClassLoader.getSystemClassLoader();
    assertIsDocument(onForeignThread(system, () -> clients.systems.get(DOCUMENT)));
    sandbox.revokeTokens();
    Count count = new Count();

    assertIsDocument(onForeignThread(system, () -> clients.systems.get(DOCUMENT)));

    count.assertGrownBy(1, 2, 1);
  }

  @Test
  void injected_provider_works_on_a_thread_without_a_class_loader() throws InterruptedException {
    assertEquals("Bearer", onForeignThread(null, () -> clients.identities.token().type()));
  }

  private static String onForeignThread(ClassLoader loader, Supplier<String> call)
      throws InterruptedException {
    AtomicReference<String> answer = new AtomicReference<>("no answer in time");
    Thread thread = new Thread(() -> answer.set(call.get()));
    thread.setUncaughtExceptionHandler((dead, failure) -> answer.set(failure.toString()));
    thread.setContextClassLoader(loader);
    thread.start();
    thread.join(10_000);
    return answer.get();
  }

  /** What the sandbox was asked since this was made. */
  private final class Count {
    private final int tokenRequests = count("tokenRequests");
    private final int apiRequests = count("apiRequests");
    private final int unauthorized = count("apiUnauthorized");

    void assertGrownBy(int newTokenRequests, int newApiRequests, int newUnauthorized) {
      assertEquals(newTokenRequests, count("tokenRequests") - tokenRequests, "tokens");
      assertEquals(newApiRequests, count("apiRequests") - apiRequests, "requests");
      assertEquals(newUnauthorized, count("apiUnauthorized") - unauthorized, "401s");
    }
  }

  /** Reads one number out of the counters; small enough to do without a JSON library. */
  private int count(String name) {
    return Integer.parseInt(sandbox.counters().replaceAll(".*\"" + name + "\":(\\d+).*", "$1"));
  }

  private static void assertIsDocument(String answer) {
    assertTrue(answer.contains(DOCUMENT), answer);
  }

  /** Servers throw different subclasses; the status is the same everywhere. */
  private static void assertStatus(int status, Executable call) {
    WebApplicationException thrown = assertThrows(WebApplicationException.class, call);
    assertEquals(status, thrown.getResponse().getStatus());
  }

  private static <T extends Throwable> T cause(Class<T> type, Executable call) {
    Throwable thrown = assertThrows(RuntimeException.class, call);
    while (thrown != null && !type.isInstance(thrown)) {
      thrown = thrown.getCause();
    }
    assertTrue(thrown != null, "no " + type.getSimpleName() + " in the cause chain");
    return type.cast(thrown);
  }

  private String api() {
    return config.getValue("api/mp-rest/url", String.class);
  }

  private String property(String name) {
    return config.getValue("oauth2.client.signicat." + name, String.class);
  }
}
