package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenRefusedException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals in another shape than RFC 6749's: the reason is shown, and a token is not. */
class ForeignErrorTest {
  private static final String TRACED =
      "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request"
          + " is the client secret value, not the client secret ID, for a secret added to app"
          + " 'orders'. "
          + "See the page about secrets. ".repeat(12)
          + "Trace ID: 4b5c7bd0-8d2c-4b8f-9f3a-1f2e3d4c5b00"
          + " Correlation ID: 4bf92f3577b34da6a3ce929d0e0e4736"
          + " Timestamp: 2026-11-26 12:00:00Z";

  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();
  private final SampleSettings settings = SampleSettings.at(server.uri());

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'fault':{'faultstring':'Invalid client identifier {0}','detail':"
            + "{'errorcode':'oauth.v2.InvalidClientIdentifier'}}}",
        "{'ErrorCode':'oauth.v2.InvalidClientIdentifier','Error':'Invalid client identifier {0}'}",
        "[{'message':'Invalid client identifier {0}','errorCode':"
            + "'oauth.v2.InvalidClientIdentifier'}]",
        "{'errors':[{'code':'oauth.v2.InvalidClientIdentifier',"
            + "'message':'Invalid client identifier {0}'}]}",
        "{'error':{'code':'oauth.v2.InvalidClientIdentifier',"
            + "'message':'Invalid client identifier {0}'}}",
        "{'title':'Invalid client identifier {0}','type':'oauth.v2.InvalidClientIdentifier',"
            + "'token_hint':'none'}",
        "{'errcode':'oauth.v2.InvalidClientIdentifier',"
            + "'errmsg':'Invalid client identifier {0}','token':''}",
        "{'status':{'error_code':'oauth.v2.InvalidClientIdentifier',"
            + "'error_msg':'Invalid client identifier {0}'},'token':'abc1'}",
        "{'resultCode':'oauth.v2.InvalidClientIdentifier',"
            + "'resultMessage':'Invalid client identifier {0}','accessToken':'abc1'}",
        "{'code':'oauth.v2.InvalidClientIdentifier','hint':'Invalid client identifier {0}'}",
        "<error><code>oauth.v2.InvalidClientIdentifier</code>"
            + "<message>Invalid client identifier {0}</message></error>",
        "<?xml version='1.0'?><s:Fault xmlns:s='urn:s'>"
            + "<faultcode>oauth.v2.InvalidClientIdentifier</faultcode>"
            + "<faultstring xml:lang='en'>Invalid client identifier {0}</faultstring></s:Fault>"
      })
  void words_and_code_of_another_shape_are_shown(String body) {
    server.answers(401, body.replace('\'', '"'));

    assertThat(refused())
        .hasMessageContainingAll(
            "oauth.v2.InvalidClientIdentifier", "Invalid client identifier {0}");
  }

  @Test
  void a_code_of_the_standard_in_another_shape_has_its_remedy() {
    server.answers(400, "{\"ErrorCode\": \"invalid_scope\", \"Error\": \"Scope is invalid\"}");

    assertThat(refused())
        .hasMessageContainingAll("\"invalid_scope\", \"Scope is invalid\"", "Asked for: no scope");
  }

  @Test
  void words_stand_behind_a_code_without_description() {
    server.answers(400, "{\"error\": \"invalid_request\", \"message\": \"Tenant is missing\"}");

    assertThat(refused()).hasMessageContaining("400 invalid_request (\"Tenant is missing\")");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl",
        "x8x8x8x8x8x8x8x8x8x8x8x8x8x8x8x8x8x8x8x8",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "2YotnFZFEjr1zCsicMWpAA"
      })
  void what_may_be_a_token_is_hidden_wherever_it_stands(String token) {
    for (String member : List.of("error", "error_description", "error_uri", "message")) {
      server.answers(400, "{\"code\": 1, \"" + member + "\": \"seen: " + token + "\"}");

      assertThat(refused()).hasMessageNotContaining(token);
    }
    server.answers(500, "<p>seen: " + token + "</p>");

    TokenException unavailable = new AskingClient(settings).findsNoToken();

    assertThat(unavailable).hasMessageContaining("seen: (hidden)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oauth.v2.InvalidClientIdentifier",
        "steps.oauth.v2.FailedToResolveAPIKey",
        "unsupported_client_authentication_method",
        "x-correlation-identifier-of-request",
        "https://login.example/oauth/documentation/errors",
        "AADSTS7000215",
        "org.springframework.web.HttpMediaTypeNotSupportedException"
      })
  void words_codes_and_names_are_no_tokens(String word) {
    server.answers(500, "<p>" + word + "</p>");

    assertThat(new AskingClient(settings).findsNoToken()).hasMessageContaining(word);
  }

  @Test
  void a_description_is_whole_with_its_ids() {
    server.answers(
        401, "{\"error\": \"invalid_client\", \"error_description\": \"" + TRACED + "\"}");

    TokenRefusedException refused = refused();

    assertThat(TRACED).hasSizeBetween(600, 1000);
    assertThat(refused.errorDescription()).isEqualTo(TRACED);
    assertThat(refused).hasMessageContaining("4bf92f3577b34da6a3ce929d0e0e4736");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"charset=ISO-8859-1", "Charset=\"iso-8859-1\"", "charset='iso-8859-1'", "x=1"})
  void words_in_the_charset_that_is_told_or_meant_are_read_right(String parameter) {
    server.answers(
        400,
        "{\"error\": \"invalid_client\", \"error_description\": \"Schl\u00fcssel\"}"
            .getBytes(ISO_8859_1),
        Map.of("Content-Type", "application/json; " + parameter));

    assertThat(refused().errorDescription()).isEqualTo("Schl\u00fcssel");
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_resource, oauth2.client.signicat.resource",
    "400, invalid_target, oauth2.client.signicat.audience",
    "400, invalid_audience, oauth2.client.signicat.audience",
    "400, invalid_dpop_proof, not supported",
    "400, use_dpop_nonce, not supported",
    "400, unsupported_grant_type, oauth2.client.signicat.grant-type"
  })
  void a_code_names_what_to_change(int status, String code, String remedy) {
    server.answers(status, "{\"error\": \"" + code + "\"}");

    assertThat(refused()).hasMessageContaining(remedy);
  }

  @Test
  void a_bare_403_with_an_audience_names_it() {
    server.answers(403, "");

    assertThat(
            new AskingClient(settings.parameters(Map.of("audience", List.of("urn:orders"))))
                .isRefused())
        .hasMessageContaining("oauth2.client.signicat.audience");
  }

  @Test
  void another_media_type_has_nothing_to_do_with_the_address() {
    server.answers(415, "");

    assertThat(new AskingClient(settings).findsNoToken())
        .hasMessageContaining("media type")
        .hasMessageNotContaining("token-endpoint");
  }

  /** As Spring Boot has it. */
  @Test
  void a_refused_media_type_that_gives_its_name_as_an_error_has_the_same_remedy() {
    server.answers(415, "{\"status\": 415, \"error\": \"Unsupported Media Type\"}");

    assertThat(refused())
        .hasMessageContaining("another media type is not supported")
        .hasMessageNotContaining("token-endpoint");
  }

  private TokenRefusedException refused() {
    return new AskingClient(settings).isRefused();
  }
}
