package io.mpoauth2.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.it.core.LogLines;
import io.mpoauth2.sandbox.Counters;
import io.mpoauth2.sandbox.Sandbox;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A plain client of Jersey, in Java SE. A resend would have to go through the user's own client
 * there, so there is none.
 */
class JerseyTest {
  private final Sandbox sandbox = Sandbox.start();
  private final TokenProviders providers =
      TokenProviders.from(
          new SmallRyeConfigBuilder()
              .withSources(new PropertiesConfigSource(settings(), "test", 100))
              .build());
  private final Client client =
      ClientBuilder.newClient().register(new BearerTokenFilter(providers.get("signicat")));

  private Map<String, String> settings() {
    return Map.of(
        "oauth2.client.signicat.token-endpoint", sandbox.tokenEndpoint().toString(),
        "oauth2.client.signicat.client-id", Sandbox.DEFAULT_CLIENT_ID,
        "oauth2.client.signicat.client-secret", Sandbox.DEFAULT_CLIENT_SECRET);
  }

  @BeforeEach
  void have_a_token_and_lose_it() {
    assertTrue(documents().request().get(String.class).contains("contract-1"));
    sandbox.revokeTokens();
  }

  @AfterEach
  void close() {
    client.close();
    providers.close();
    sandbox.close();
  }

  @Test
  void get_is_not_sent_again_after_a_401() {
    assertDeclined(() -> documents().request().get());
  }

  @Test
  void one_shot_stream_is_not_sent_again_after_a_401() {
    byte[] body = "x".repeat(300_000).getBytes(StandardCharsets.UTF_8);

    String answer =
        assertDeclined(
            () ->
                documents()
                    .path("contract-1/attachments")
                    .request()
                    .put(
                        Entity.entity(
                            new ByteArrayInputStream(body),
                            MediaType.APPLICATION_OCTET_STREAM_TYPE)));

    assertTrue(answer.contains("300000"), answer);
  }

  @Test
  void asynchronous_call_is_not_sent_again_after_a_401() {
    assertDeclined(
        () ->
            documents()
                .request()
                .rx()
                .get()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join());
  }

  @Test
  void header_of_another_filter_is_there_once() {
    ClientRequestFilter adding = request -> request.getHeaders().add("X-Mine", "1");
    client.register(adding);

    String echo =
        assertDeclined(
            () -> client.target(sandbox.baseUri()).path("echo").request().post(Entity.text("hi")));

    assertTrue(echo.matches("(?si).*\"x-mine\":\\s*\\[\"1\"\\].*"), echo);
  }

  /** Gives the answer to the next call, which has a new token. */
  private String assertDeclined(Supplier<Response> call) {
    try (LogLines log = LogLines.open();
        Response refused = call.get()) {
      assertEquals(401, refused.getStatus());
      assertTrue(refused.readEntity(String.class).contains("not valid"));
      assertEquals(2, sandbox.counters().apiRequests());
      assertEquals(1, log.warnings().size(), log.warnings()::toString);
    }
    try (Response next = call.get()) {
      assertEquals(new Counters(2, 3, 1), sandbox.counters());
      return next.readEntity(String.class);
    }
  }

  private WebTarget documents() {
    return client.target(sandbox.baseUri()).path("signature/documents");
  }
}
