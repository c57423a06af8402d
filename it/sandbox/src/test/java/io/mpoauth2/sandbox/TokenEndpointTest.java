package io.mpoauth2.sandbox;

import static io.mpoauth2.sandbox.SandboxCaller.basic;
import static io.mpoauth2.sandbox.SandboxCaller.json;
import static io.mpoauth2.sandbox.SandboxCaller.rawBasic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEndpointTest {
  private static final String GRANT = "grant_type=client_credentials";
  private static final String AWKWARD = "s3cret:%+ &~é";

  private final Sandbox sandbox = Sandbox.start();
  private final SandboxCaller caller = new SandboxCaller(sandbox);
  private final String good = basic(Sandbox.DEFAULT_CLIENT_ID, Sandbox.DEFAULT_CLIENT_SECRET);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void token_request_is_answered_with_exactly_the_scopes_asked_for() {
    HttpResponse<String> response = caller.askToken(GRANT + "&scope=event+document_read");

    JsonNode token = json(response);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(token.get("access_token").asText()).matches("[A-Za-z0-9_-]{32}");
    assertThat(token.get("expires_in").isInt()).isTrue();
    assertThat(token.get("expires_in").asInt()).isEqualTo(3600);
    assertThat(token.get("token_type").asText()).isEqualTo("Bearer");
    assertThat(token.get("scope").asText()).isEqualTo("event document_read");
  }

  @ParameterizedTest
  @ValueSource(strings = {GRANT, GRANT + "&scope="})
  void token_request_without_scope_is_given_all_that_are_granted(String form) {
    HttpResponse<String> response = caller.askToken(form);

    assertThat(json(response).get("scope").asText())
        .isEqualTo("document_read document_write document_file event identify");
  }

  @Test
  void every_token_is_another() {
    assertThat(caller.token("event")).isNotEqualTo(caller.token("event"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "document_read+nonsense",
        "DOCUMENT_READ",
        "document_read,event",
        "document_read++event",
        "+event"
      })
  void token_with_unknown_scope_is_refused_with_invalid_scope(String scope) {
    assertRefused(caller.askToken(GRANT + "&scope=" + scope), "invalid_scope");
  }

  @Test
  void scope_that_the_client_was_not_granted_is_refused_with_invalid_scope() {
    try (Sandbox narrow = Sandbox.start(0, "c", "s", Set.of("event"))) {
      SandboxCaller other = new SandboxCaller(narrow);
      String form = GRANT + "&scope=document_read";

      HttpResponse<String> response =
          other.send(other.tokenRequest(form).header("Authorization", basic("c", "s")));

      assertRefused(response, "invalid_scope");
    }
  }

  @Test
  void awkward_secret_is_accepted_when_form_encoded() {
    try (Sandbox awkward = Sandbox.start(0, "id: é", AWKWARD, Sandbox.SCOPES)) {
      SandboxCaller other = new SandboxCaller(awkward);

      HttpResponse<String> response =
          other.send(other.tokenRequest(GRANT).header("Authorization", basic("id: é", AWKWARD)));

      assertThat(response.statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {AWKWARD, "a+b"})
  void secret_that_is_sent_raw_is_refused_with_invalid_client(String secret) {
    try (Sandbox awkward = Sandbox.start(0, "c", secret, Sandbox.SCOPES)) {
      SandboxCaller other = new SandboxCaller(awkward);

      HttpResponse<String> response =
          other.send(other.tokenRequest(GRANT).header("Authorization", rawBasic("c:" + secret)));

      assertRefused(response, "invalid_client");
    }
  }

  @Test
  void wrong_secret_is_refused_with_invalid_client_and_no_challenge() {
    HttpResponse<String> response = ask(GRANT, basic(Sandbox.DEFAULT_CLIENT_ID, "wrong"));

    assertRefused(response, "invalid_client");
    assertThat(response.headers().map()).doesNotContainKey("www-authenticate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Bearer x", "Digest x"})
  void authorization_that_is_no_proper_basic_is_refused_with_invalid_client(String header) {
    assertRefused(ask(GRANT, header), "invalid_client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&client_id=sandbox-client&client_secret=sandbox-secret"})
  void request_without_basic_is_refused_with_invalid_client(String credentials) {
    HttpResponse<String> response = caller.send(caller.tokenRequest(GRANT + credentials));

    assertRefused(response, "invalid_client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"&client_secret=x", "&client_id=x", "&client_assertion=x"})
  void credentials_in_the_body_as_well_are_refused_with_invalid_request(String credentials) {
    assertRefused(caller.askToken(GRANT + credentials), "invalid_request");
  }

  @Test
  void two_authorization_headers_are_refused_with_invalid_request() {
    HttpResponse<String> response =
        caller.send(
            caller.tokenRequest(GRANT).header("Authorization", good).header("Authorization", good));

    assertRefused(response, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {GRANT + "&" + GRANT, GRANT + "&scope=event&scope=event", GRANT + "&scope=%zz"})
  void malformed_form_is_refused_with_invalid_request(String form) {
    assertRefused(caller.askToken(form), "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "grant_type=password", "grant_type=", "scope=event"})
  void other_grant_or_none_is_refused_with_unsupported_grant_type(String form) {
    assertRefused(caller.askToken(form), "unsupported_grant_type");
  }

  @Test
  void get_is_refused_with_invalid_request() {
    assertRefused(
        caller.send(caller.request("/oauth/connect/token").header("Authorization", good)),
        "invalid_request");
  }

  @Test
  void json_is_refused_with_invalid_request() {
    HttpResponse<String> response =
        caller.send(
            caller
                .request("/oauth/connect/token")
                .header("Authorization", good)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"grant_type\":\"client_credentials\"}")));

    assertRefused(response, "invalid_request");
  }

  @Test
  void query_is_refused_with_invalid_request() {
    HttpResponse<String> response =
        caller.send(
            caller
                .request("/oauth/connect/token?client_secret=sandbox-secret")
                .header("Authorization", good)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(GRANT)));

    assertRefused(response, "invalid_request");
  }

  @Test
  void charset_and_case_of_the_content_type_do_not_matter() {
    HttpResponse<String> response =
        caller.send(
            caller
                .tokenRequest(GRANT)
                .setHeader("Content-Type", "Application/X-WWW-Form-UrlEncoded; charset=UTF-8")
                .header("Authorization", good));

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void client_with_what_cannot_be_a_scope_is_a_mistake_of_the_test() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sandbox.start(0, "c", "s", Set.of("two words")));
  }

  @Test
  void scopes_of_an_api_of_ones_own_are_granted_where_any_may_be() {
    String form = GRANT + "&scope=invoices.read";
    assertRefused(ask(form, good), "invalid_scope");

    sandbox.grantAnyScope();

    assertThat(ask(form, good).body()).contains("\"scope\":\"invoices.read\"");
    assertRefused(ask(GRANT + "&scope=a++b", good), "invalid_scope");
    sandbox.reset();
    assertRefused(ask(form, good), "invalid_scope");
  }

  private HttpResponse<String> ask(String form, String authorization) {
    return caller.send(caller.tokenRequest(form).header("Authorization", authorization));
  }

  private static void assertRefused(HttpResponse<String> response, String error) {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).isEqualTo("{\"error\":\"" + error + "\"}");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
  }
}
