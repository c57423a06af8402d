package io.mpoauth2.sandbox;

import static io.mpoauth2.sandbox.SandboxCaller.basic;
import static io.mpoauth2.sandbox.SandboxCaller.challenge;
import static io.mpoauth2.sandbox.SandboxCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlsTest {
  private static final String GRANT = "grant_type=client_credentials";
  private static final String OWN = "Bearer realm=\"sandbox\"";
  private static final String OWN_INVALID = OWN + ", error=\"invalid_token\"";

  private final Sandbox sandbox = Sandbox.start();
  private final SandboxCaller caller = new SandboxCaller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void health_is_up() {
    assertThat(caller.send(caller.request("/sandbox/health")).body())
        .isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void revoked_tokens_are_not_valid_but_new_ones_are() {
    String old = caller.token("event");

    assertThat(caller.steer("revoke", "").statusCode()).isEqualTo(204);

    assertThat(events(old).statusCode()).isEqualTo(401);
    assertThat(events(caller.token("event")).statusCode()).isEqualTo(200);
  }

  @Test
  void changed_secret_is_the_only_one_and_tokens_stay_valid() {
    String token = caller.token("event");

    caller.steer("secret", "né w");

    HttpResponse<String> withNew =
        caller.send(
            caller
                .tokenRequest(GRANT)
                .header("Authorization", basic(Sandbox.DEFAULT_CLIENT_ID, "né w")));
    assertThat(caller.askToken(GRANT).body()).contains("invalid_client");
    assertThat(withNew.statusCode()).isEqualTo(200);
    assertThat(events(token).statusCode()).isEqualTo(200);
  }

  @Test
  void tokens_end_with_their_lifetime() {
    caller.steer("expires-in", "0");

    HttpResponse<String> answer = caller.askToken(GRANT);

    assertThat(json(answer).get("expires_in").asInt()).isZero();
    assertThat(events(json(answer).get("access_token").asText()).statusCode()).isEqualTo(401);
  }

  @Test
  void token_answers_are_delayed() {
    caller.steer("token-delay", "150");
    long before = System.nanoTime();

    HttpResponse<String> answer = caller.askToken(GRANT);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThanOrEqualTo(Duration.ofMillis(150));
  }

  @Test
  void all_tokens_are_refused_until_told_otherwise() {
    String token = caller.token("event");

    caller.steer("refuse-all", "true");
    HttpResponse<String> refused = events(token);
    caller.steer("refuse-all", "false");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(challenge(refused)).isEqualTo(OWN_INVALID);
    assertThat(events(token).statusCode()).isEqualTo(200);
  }

  @Test
  void added_challenges_follow_the_own_one() {
    caller.steer("challenge", "Negotiate");
    caller.steer("challenge", "DPoP error=\"use_dpop_nonce\"");

    assertThat(challenge(events("unknown")))
        .isEqualTo(OWN_INVALID + "\nNegotiate\nDPoP error=\"use_dpop_nonce\"");
  }

  @Test
  void replaced_challenges_stand_alone_until_none_is_given() {
    put("Basic realm=\"x\"\nNegotiate\n");
    String replaced = challenge(events("unknown"));
    put("");

    assertThat(replaced).isEqualTo("Basic realm=\"x\"\nNegotiate");
    assertThat(challenge(events("unknown"))).isEqualTo(OWN_INVALID);
  }

  @Test
  void reset_goes_back_to_the_start() {
    String token = caller.token("event");
    caller.steer("secret", "other");
    caller.steer("expires-in", "7");
    caller.steer("refuse-all", "true");
    caller.steer("challenge", "Negotiate");
    caller.steer("token-fault", "{\"status\":503}");

    caller.steer("reset", "");

    assertThat(sandbox.requests()).isEmpty();
    assertThat(challenge(events(token))).isEqualTo(OWN_INVALID);
    assertThat(json(caller.askToken(GRANT)).get("expires_in").asInt()).isEqualTo(3600);
    assertThat(events(caller.token("event")).statusCode()).isEqualTo(200);
  }

  @Test
  void counters_leave_out_the_controls() {
    String token = caller.token("event");
    events(token);
    events("unknown");
    caller.steer("revoke", "");
    events(token);

    String counters = caller.send(caller.request("/sandbox/counters")).body();

    assertThat(counters).isEqualTo("{\"tokenRequests\":1,\"apiRequests\":3,\"apiUnauthorized\":2}");
    assertThat(sandbox.counters()).isEqualTo(new Counters(1, 3, 2));
  }

  @Test
  void log_has_every_request_in_order_without_secrets() {
    String token = caller.token("event identify");
    caller.askToken("grant_type=%zz&scope=event");
    caller.get("/notification/events?page=2&access_token=" + token, token);

    String log = caller.send(caller.request("/sandbox/requests")).body();

    assertThat(sandbox.requests())
        .containsExactly(
            new LoggedRequest("POST", "/oauth/connect/token", 200, "event identify"),
            new LoggedRequest("POST", "/oauth/connect/token", 400, null),
            new LoggedRequest("GET", "/notification/events?page=2&access_token=...", 200, null));
    assertThat(log).contains("event identify", "page=2").doesNotContain(token, "secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "expires-in|soon",
        "expires-in|-1",
        "token-delay|-1",
        "refuse-all|maybe",
        "secret|''",
        "token-fault|nothing",
        "token-fault|{\"status\":99}",
        "token-fault|{\"fault\":\"explode\"}",
        "token-fault|{\"status\":503,\"times\":0}",
        "token-fault|{\"statsu\":503}"
      })
  void control_that_makes_no_sense_is_refused_and_changes_nothing(String control, String body) {
    HttpResponse<String> response = caller.steer(control, body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("detail").asText()).isNotEmpty();
    assertThat(caller.askToken(GRANT).statusCode()).isEqualTo(200);
  }

  @Test
  void sandbox_can_be_started_again_on_its_port() {
    String old = caller.token("event");
    sandbox.close();

    try (Sandbox again = Sandbox.start(sandbox.baseUri().getPort())) {
      assertThat(again.tokenEndpoint()).isEqualTo(sandbox.tokenEndpoint());
      assertThat(events(old).statusCode()).isEqualTo(401);
    }
  }

  private HttpResponse<String> events(String token) {
    return caller.get("/notification/events", token);
  }

  private void put(String challenges) {
    caller.send(caller.request("/sandbox/challenge").PUT(BodyPublishers.ofString(challenges)));
  }
}
