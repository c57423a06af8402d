package io.mpoauth2.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenFaultTest {
  private static final String GRANT = "grant_type=client_credentials";

  private final Sandbox sandbox = Sandbox.start();
  private final SandboxCaller caller = new SandboxCaller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void status_is_given_so_many_times() {
    caller.steer("token-fault", "{\"status\":500,\"times\":2}");

    assertThat(status()).isEqualTo(500);
    assertThat(status()).isEqualTo(500);
    assertThat(status()).isEqualTo(200);
  }

  @Test
  void fault_lasts_until_told_otherwise() {
    sandbox.failTokenRequests(TokenFault.answering(502));
    assertThat(status()).isEqualTo(502);
    assertThat(status()).isEqualTo(502);

    caller.steer("token-fault", "{}");

    assertThat(status()).isEqualTo(200);
  }

  @Test
  void retry_after_alone_is_a_503() {
    caller.steer("token-fault", "{\"retryAfter\":\"5\"}");

    HttpResponse<String> response = caller.askToken(GRANT);

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
  }

  @Test
  void reset_breaks_the_connection() {
    caller.steer("token-fault", "{\"fault\":\"reset\",\"times\":1}");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> caller.exchange(caller.tokenRequest(GRANT), BodyHandlers.ofString()))
        .satisfies(failure -> assertThat(failure).hasStackTraceContaining("Connection reset"));
    assertThat(status()).isEqualTo(200);
  }

  @Test
  void hang_never_answers_and_is_counted() {
    sandbox.failTokenRequests(TokenFault.hanging().times(1));
    HttpRequest.Builder request = caller.tokenRequest(GRANT).timeout(Duration.ofMillis(300));

    assertThatExceptionOfType(HttpTimeoutException.class)
        .isThrownBy(() -> caller.exchange(request, BodyHandlers.ofString()));

    assertThat(sandbox.requests())
        .containsExactly(new LoggedRequest("POST", "/oauth/connect/token", 0, null));
    assertThat(status()).isEqualTo(200);
  }

  @Test
  void drip_sends_the_status_at_once_and_the_body_slowly() throws IOException {
    caller.steer("token-fault", "{\"fault\":\"drip\",\"times\":1}");

    HttpResponse<InputStream> response =
        caller.exchange(caller.tokenRequest(GRANT), BodyHandlers.ofInputStream());

    try (InputStream body = response.body()) {
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(body.read()).isEqualTo('{');
      assertThat(body.available()).isLessThan("\"error\":\"invalid_client\"}".length());
    }
  }

  @Test
  void close_ends_a_hanging_request() {
    sandbox.failTokenRequests(TokenFault.hanging());
    HttpRequest.Builder request = caller.tokenRequest(GRANT).timeout(Duration.ofMillis(300));
    CompletableFuture<HttpResponse<String>> hanging = caller.promise(caller.tokenRequest(GRANT));
    assertThatExceptionOfType(HttpTimeoutException.class)
        .isThrownBy(() -> caller.exchange(request, BodyHandlers.ofString()));

    sandbox.close();

    assertThat(hanging).failsWithin(Duration.ofSeconds(5));
  }

  private int status() {
    return caller.askToken(GRANT).statusCode();
  }
}
