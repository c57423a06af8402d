package io.mpoauth2.it.retry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The retry on RESTEasy in Java SE. */
class RetryTest {
  /** What a connection pool of eight callers may keep; here the server's ends count as well. */
  private static final int POOL = 2 * 8;

  private static final int FLAT_KILOBYTES = 5_000;

  private RefusingApi api;

  /** Answers of 200 kB. */
  @jakarta.ws.rs.Path("/calls/ANSWERED/INPUT_STREAM")
  public interface Unread {
    @GET
    @jakarta.ws.rs.Path("{number}")
    InputStream stream(@PathParam("number") String number);

    @GET
    @jakarta.ws.rs.Path("{number}")
    Response response(@PathParam("number") String number);
  }

  @BeforeEach
  void start() throws Exception {
    api = RefusingApi.start();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void every_request_a_client_can_make_is_sent_once_more() throws Exception {
    Results results = Results.of(new Caller(api.uri()));

    results.write(Path.of("target/results/retry.properties"), System.getProperty("runtime"));
    assertEquals(List.of(), results.failures());
  }

  @Test
  @Tag("load")
  void ten_thousand_retries_leave_nothing_behind() throws Exception {
    assertLeavesNothingBehind(
        new Load().make(10_000, RestClientBuilder.newBuilder().baseUri(api.uri())));
  }

  @Test
  void a_retry_has_the_trust_store_and_the_key_of_the_clients_builder(@TempDir Path directory)
      throws Exception {
    Keys keys = new Keys(directory);
    try (RefusingApi secured = RefusingApi.start(keys.identity());
        AutoCloseable client =
            (AutoCloseable)
                RestClientBuilder.newBuilder()
                    .baseUri(secured.uri())
                    .trustStore(Keys.load(keys.trustStore()))
                    .keyStore(Keys.load(keys.keyStore()), Keys.PASSWORD)
                    .register(new BearerTokenFilter(new NumberedTokens()))
                    .build(Unread.class)) {
      assertEquals(200, ((Unread) client).response("secured").getStatus());
    }
  }

  @Test
  @Tag("load")
  void a_thousand_retries_over_tls_leave_nothing_behind(@TempDir Path directory) throws Exception {
    Keys keys = new Keys(directory);
    try (RefusingApi secured = RefusingApi.start(keys.identity())) {
      assertLeavesNothingBehind(
          new Load()
              .make(
                  1_000,
                  RestClientBuilder.newBuilder()
                      .baseUri(secured.uri())
                      .trustStore(Keys.load(keys.trustStore()))
                      .keyStore(Keys.load(keys.keyStore()), Keys.PASSWORD)));
    }
  }

  @Test
  void an_answer_after_a_retry_is_streamed() throws Exception {
    Download.Figures figures = Download.read(RestClientBuilder.newBuilder().baseUri(api.uri()));

    assertEquals(Download.MEGABYTES, figures.megabytes());
    assertTrue(figures.heap() < 20, figures.toString());
  }

  /** More often than any pool has connections; a call without one would wait for ever. */
  @Test
  @Timeout(60)
  void closing_what_the_caller_got_closes_what_is_beneath() throws Exception {
    Unread client =
        RestClientBuilder.newBuilder()
            .baseUri(api.uri())
            .register(new BearerTokenFilter(new NumberedTokens()))
            .build(Unread.class);
    try (AutoCloseable closed = (AutoCloseable) client) {
      for (int call = 0; call < 100; call++) {
        client.stream("stream-" + call).close();
        client.response("response-" + call).close();
      }
    }
  }

  @Test
  void a_retry_goes_through_the_proxy() throws Exception {
    assertEquals("", Caller.through(api.uri()).call(Call.SIMPLE));
  }

  private static void assertLeavesNothingBehind(Load.Figures figures) {
    assertEquals(List.of(), figures.problems());
    assertTrue(figures.files() <= POOL, figures.toString());
    assertTrue(figures.kilobytes() < FLAT_KILOBYTES, figures.toString());
  }
}
