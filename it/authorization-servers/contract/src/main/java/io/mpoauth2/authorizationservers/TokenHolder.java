package io.mpoauth2.authorizationservers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mpoauth2.client.token.AccessToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/** Does to a token, behind the library's back, what happens to tokens. */
final class TokenHolder {
  private final AuthorizationServer server;
  private final ResourceServer api;
  private final HttpClient http = HttpClient.newHttpClient();

  TokenHolder(AuthorizationServer server, ResourceServer api) {
    this.server = server;
    this.api = api;
  }

  /** Takes it back (RFC 7009), as its client. */
  void revoke(AccessToken token, KnownClient client) {
    String credentials = client.id() + ':' + client.secret();
    String basic = Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    int status =
        statusOf(
            HttpRequest.newBuilder(server.revocationEndpoint())
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + token.value())));
    assertThat(status).isEqualTo(200);
  }

  /** Returns when the API takes it no more. */
  void awaitEnd(AccessToken token, Duration patience) {
    await()
        .atMost(patience)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                statusOf(
                        HttpRequest.newBuilder(api.documents())
                            .header("Authorization", "Bearer " + token.value()))
                    == 401);
  }

  private int statusOf(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
