package io.mpoauth2.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mpoauth2.it.api.Controls;
import io.mpoauth2.it.configured.Hurried;
import io.mpoauth2.it.retry.Call;
import io.mpoauth2.it.retry.Caller;
import io.mpoauth2.it.retry.Download;
import io.mpoauth2.it.retry.Keys;
import io.mpoauth2.it.retry.Load;
import io.mpoauth2.it.retry.RefusingApi;
import io.mpoauth2.it.retry.Results;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The one retry after a 401, inside the server; the API that refuses is outside. */
@ExtendWith(ArquillianExtension.class)
public class RetryIT {
  /** What a connection pool of eight callers may keep, and what a server opens meanwhile. */
  private static final int POOL = 8 + 8;

  private static final int FLAT_KILOBYTES = 5_000;

  @Inject Config config;
  @Inject @RestClient Controls sandbox;
  @Inject Instance<ConfiguredClients> injected;

  @Deployment
  static WebArchive application() throws Exception {
    Path results = Path.of(System.getProperty("results")).toAbsolutePath();
    Keys keys = new Keys(results.resolveSibling("keys"));
    URI api = RefusingApi.start().uri();
    URI secured = RefusingApi.start(keys.identity()).uri();
    String settings =
        """
        retry.api=%1$s
        retry.results=%3$s
        retry.runtime=%4$s
        retry.secured=%2$s
        hurried/mp-rest/url=%1$s/calls/TIMEOUT/STRING/hurried
        hurried/mp-rest/readTimeout=300
        secured/mp-rest/url=%2$s/calls/ANSWERED/STRING/secured
        secured/mp-rest/trustStore=%5$s
        secured/mp-rest/trustStorePassword=%7$s
        secured/mp-rest/trustStoreType=PKCS12
        secured/mp-rest/keyStore=%6$s
        secured/mp-rest/keyStorePassword=%7$s
        secured/mp-rest/keyStoreType=PKCS12
        """
            .formatted(
                api,
                secured,
                results.resolve("retry.properties"),
                System.getProperty("runtime"),
                keys.trustStore().toUri(),
                keys.keyStore().toUri(),
                Keys.PASSWORD);
    return Application.calling(ReservedSandbox.start(), settings)
        .addClass(ConfiguredClients.class)
        .addPackage(Hurried.class.getPackage())
        .addPackage(Caller.class.getPackage())
        .addAsLibrary(jar(ByteBuddy.class))
        // WildFly has the types of reactive streams in a module that applications must ask for.
        .addAsManifestResource(
            new StringAsset("Dependencies: org.reactivestreams\n"), "MANIFEST.MF");
  }

  @Test
  void every_request_a_client_can_make_is_sent_once_more() throws Exception {
    Results results = Results.of(new Caller(api()));

    results.write(Path.of(value("retry.results")), value("retry.runtime"));
    assertEquals(List.of(), results.failures());
  }

  @Test
  @Tag("load")
  void ten_thousand_retries_leave_nothing_behind() throws Exception {
    assertLeavesNothingBehind(
        new Load().make(10_000, RestClientBuilder.newBuilder().baseUri(api())));
  }

  @Test
  @Tag("load")
  void a_thousand_retries_over_tls_leave_nothing_behind() throws Exception {
    assertLeavesNothingBehind(
        new Load()
            .make(
                1_000,
                RestClientBuilder.newBuilder()
                    .baseUri(URI.create(value("retry.secured")))
                    .trustStore(Keys.load(Path.of(uri("trustStore"))))
                    .keyStore(Keys.load(Path.of(uri("keyStore"))), Keys.PASSWORD)));
  }

  @Test
  void an_answer_after_a_retry_is_streamed() throws Exception {
    Download.Figures figures = Download.read(RestClientBuilder.newBuilder().baseUri(api()));

    assertEquals(Download.MEGABYTES, figures.megabytes());
    assertTrue(figures.heap() < 20, figures.toString());
  }

  @Test
  void a_retry_has_the_trust_store_and_the_key_of_the_configuration() {
    assertEquals("Größe", injected.get().secured.get());
  }

  @Test
  void a_retry_goes_through_the_proxy() throws Exception {
    assertEquals("", Caller.through(api()).call(Call.SIMPLE));
  }

  /** The API is silent for half a minute, then answers nothing: either would look otherwise. */
  @Test
  void a_retry_has_the_read_timeout_of_the_configuration() {
    long start = System.nanoTime();

    ProcessingException failure =
        assertThrows(ProcessingException.class, injected.get().hurried::get);

    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 20, failure.toString());
  }

  /** The first try has its token replaced; the others meet a replacement that is still new. */
  @Test
  void tries_of_fault_tolerance_share_one_replacement_per_span() {
    Insistence insistence = new Insistence();
    sandbox.refuseAll("true");
    try {
      insistence.fails();
    } finally {
      sandbox.refuseAll("false");
    }
  }

  private final class Insistence {
    private final ConfiguredClients clients = injected.get();

    void fails() {
      int tokens = count("tokenRequests");
      int requests = count("apiRequests");
      long start = System.nanoTime();

      WebApplicationException refused =
          assertThrows(WebApplicationException.class, clients.insistent::events);

      // Spans of 1, 2 and 4 seconds; the machine may be slow.
      long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
      int spans = seconds < 1 ? 1 : seconds < 3 ? 2 : 3;
      assertEquals(401, refused.getResponse().getStatus());
      // The first token, which the sandbox refuses as well, and a replacement per span.
      int replacements = count("tokenRequests") - tokens - 1;
      assertTrue(replacements >= 1 && replacements <= spans, replacements + " replacements");
      assertEquals(6 + replacements, count("apiRequests") - requests);
    }
  }

  private static void assertLeavesNothingBehind(Load.Figures figures) {
    assertEquals(List.of(), figures.problems());
    assertTrue(figures.files() <= POOL, figures.toString());
    assertTrue(figures.kilobytes() < FLAT_KILOBYTES, figures.toString());
  }

  private int count(String name) {
    return Integer.parseInt(sandbox.counters().replaceAll(".*\"" + name + "\":(\\d+).*", "$1"));
  }

  private URI api() {
    return URI.create(value("retry.api"));
  }

  private URI uri(String store) {
    return URI.create(value("secured/mp-rest/" + store));
  }

  private String value(String name) {
    return config.getValue(name, String.class);
  }

  private static File jar(Class<?> type) throws URISyntaxException {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
