package io.mpoauth2.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.it.core.LogLines;
import io.mpoauth2.sandbox.Sandbox;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.RequestEntityProcessing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jersey, which does not write a body that nobody asks for: what was written is not all of it. */
@Timeout(30)
class ExpectContinueTest {
  /** Jersey expects nothing for less than 64 kB. */
  private static final int SIZE = 300_000;

  private final Sandbox sandbox = Sandbox.start();
  private final TokenProviders providers =
      TokenProviders.from(
          new SmallRyeConfigBuilder()
              .withSources(new PropertiesConfigSource(settings(), "test", 100))
              .build());
  private final Client client =
      ClientBuilder.newClient()
          .property(ClientProperties.EXPECT_100_CONTINUE, true)
          .property(ClientProperties.REQUEST_ENTITY_PROCESSING, RequestEntityProcessing.CHUNKED);
  private RejectingApi api;

  private Map<String, String> settings() {
    return Map.of(
        "oauth2.client.signicat.token-endpoint", sandbox.tokenEndpoint().toString(),
        "oauth2.client.signicat.client-id", Sandbox.DEFAULT_CLIENT_ID,
        "oauth2.client.signicat.client-secret", Sandbox.DEFAULT_CLIENT_SECRET);
  }

  @BeforeEach
  void open() throws Exception {
    api = new RejectingApi();
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    providers.close();
    sandbox.close();
    api.close();
  }

  /**
   * Requests are not counted, only what was accepted: the JDK's HttpURLConnection asks twice by
   * itself, with the same token, where it gets a 401 in the place of a 100.
   */
  @Test
  void body_that_the_api_did_not_ask_for_is_never_accepted_shorter_than_it_is() {
    client.register(new BearerTokenFilter(providers.get("signicat")));
    assertEquals(200, post());
    api.rejectTheToken();

    try (LogLines log = LogLines.open()) {
      int status = post();

      assertEquals(List.of(SIZE), api.accepted());
      assertEquals(401, status);
      assertEquals(200, post());
      assertEquals(List.of(SIZE, SIZE), api.accepted());
      assertEquals(1, log.warnings().size(), log.warnings()::toString);
      assertTrue(
          log.warnings().get(0).contains("a 401 of the API goes to the caller as it is"),
          log.warnings()::toString);
    }
  }

  /** Not the answer's body: Jersey by itself loses that of a 401 in the place of a 100. */
  private int post() {
    try (Response response =
        client.target(api.uri()).request().post(Entity.text("x".repeat(SIZE)))) {
      return response.getStatus();
    }
  }
}
