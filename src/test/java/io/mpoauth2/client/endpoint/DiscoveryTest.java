package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.endpoint.keys.ClientCertificate;
import io.mpoauth2.client.endpoint.transport.ProxyChoice;
import io.mpoauth2.client.endpoint.transport.Tls;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.Identity;
import io.mpoauth2.client.testing.ManualClock;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where to ask, as the issuer tells it (RFC 8414, and OpenID Connect Discovery). */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DiscoveryTest {
  private static final String OAUTH = "/.well-known/oauth-authorization-server/realms/one";
  private static final String OPENID = "/realms/one/.well-known/openid-configuration";

  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();
  private final String issuer = "http://" + server.host() + "/realms/one";
  private final ManualClock clock = new ManualClock();
  private final AskingClient client = asking(issuer);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void its_metadata_are_looked_for_where_rfc_8414_has_them() throws Exception {
    givesTokens("t1").answersAt(OAUTH, 200, metadata(issuer, "/other/token"));

    assertThat(client.asks().token().value()).isEqualTo("t1");
    assertThat(server.lines()).containsExactly("GET " + OAUTH, "POST /other/token");
  }

  @ParameterizedTest
  @CsvSource({"404, ''", "200, <html>", "401, ''", "503, ''", "302, ''", "200, {}"})
  void and_then_where_openid_connect_has_them(int status, String body) throws Exception {
    givesTokens("t1")
        .answersAt(OAUTH, status, body)
        .answersAt(OPENID, 200, metadata(issuer, "/other/token"));

    assertThat(client.asks().token().value()).isEqualTo("t1");
    assertThat(server.lines())
        .containsExactly("GET " + OAUTH, "GET " + OPENID, "POST /other/token");
  }

  @Test
  void what_cannot_be_read_in_one_place_may_be_in_the_other() throws Exception {
    givesTokens("t1")
        .answersAt(OAUTH, 200, " ".repeat(1 << 21))
        .answersAt(OPENID, 200, metadata(issuer, "/other/token"));

    assertThat(client.asks().token().value()).isEqualTo("t1");

    server.answersAt(OPENID, 404, "");
    assertThat(asking(issuer).findsNoToken())
        .hasMessageContaining(OAUTH + " gave no usable answer (the answer is larger than")
        .hasMessageContaining(OPENID + " answered 404");
  }

  @Test
  void a_path_beyond_ascii_is_asked_for_in_its_encoded_form() {
    server.answers(404, "");

    asking("http://" + server.host() + "/\u00E9/").findsNoToken();

    assertThat(server.lines())
        .containsExactly(
            "GET /.well-known/oauth-authorization-server/%C3%A9",
            "GET /%C3%A9/.well-known/openid-configuration");
  }

  @Test
  void the_pause_that_it_asks_for_is_kept_and_a_redirect_told_and_not_followed() {
    server.answers(503, "", Map.of("Retry-After", "37"));
    assertThat(client.findsNoToken().retryAfter()).contains(Duration.ofSeconds(37));

    server.redirectsTo(302, "https://elsewhere.example/x?code=s3cr3t");
    assertThat(client.findsNoToken())
        .hasMessageContaining("answered 302, a redirect to \"https://elsewhere.example/x\"")
        .hasMessageNotContaining("s3cr3t");
  }

  @ParameterizedTest
  @CsvSource({"37, 5", "5, 37", "37, ''", "'', 37", "37, 37"})
  void of_the_pauses_that_it_asks_for_in_two_places_the_longer_is_kept(String one, String other) {
    server
        .answers(503, "", Map.of("Retry-After", one))
        .answersAt(OPENID, 503, "", Map.of("Retry-After", other));

    assertThat(client.findsNoToken().retryAfter()).contains(Duration.ofSeconds(37));
  }

  @Test
  void the_clients_secret_is_hidden_in_what_it_says() {
    ClientAuthentication secret = new ClientSecretPost("id", new Secret("wh4t-n0b0dy-kn0ws"));
    server.answers(200, "<p>id: wh4t-n0b0dy-kn0ws</p>");

    assertThat(
            new AskingClient(SampleSettings.of(new Issuer(issuer, false)).authentication(secret))
                .findsNoToken())
        .hasMessageContaining("no JSON object")
        .hasMessageNotContaining("n0b0dy");
  }

  @ParameterizedTest
  @CsvSource({
    "'', /.well-known/oauth-authorization-server, /.well-known/openid-configuration",
    "/, /.well-known/oauth-authorization-server, /.well-known/openid-configuration",
    "/a/, /.well-known/oauth-authorization-server/a, /a/.well-known/openid-configuration",
  })
  void a_slash_at_the_end_of_the_issuer_is_not_doubled(String path, String oauth, String openid) {
    server.answers(404, "");

    asking("http://" + server.host() + path).findsNoToken();

    assertThat(server.lines()).containsExactly("GET " + oauth, "GET " + openid);
  }

  @Test
  void no_credentials_and_no_header_of_the_user_go_there() throws Exception {
    givesTokens("t1").answersAt(OAUTH, 200, metadata(issuer, "/token"));
    Issuer known = new Issuer(issuer, false);

    new AskingClient(SampleSettings.of(known).headers(Map.of("X-Key", "s3cr3t"))).asks();

    FakeTokenEndpoint.Request look = server.requests().get(0);
    assertThat(look.header("Authorization")).isEmpty();
    assertThat(look.header("X-Key")).isEmpty();
    assertThat(look.header("Accept")).contains("application/json");
    assertThat(look.body()).isEmpty();
    assertThat(server.lastRequest().header("X-Key")).contains("s3cr3t");
  }

  @Test
  void they_are_kept_for_an_hour_and_not_a_nanosecond_longer() throws Exception {
    givesTokens("t1").answersAt(OAUTH, 200, metadata(issuer, "/token"));
    client.asks();

    clock.advance(Duration.ofHours(1).minusNanos(1));
    client.asks();
    assertThat(server.lines()).hasSize(3);

    clock.advance(Duration.ofNanos(1));
    client.asks();
    assertThat(server.lines()).hasSize(5).endsWith("GET " + OAUTH, "POST /token");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 404, 405, 410})
  void where_nobody_is_found_they_are_read_again(int status) throws Exception {
    server.answers(status, "").answersAt(OAUTH, 200, metadata(issuer, "/old"));
    client.findsNoToken();

    givesTokens("t1").answersAt(OAUTH, 200, metadata(issuer, "/new"));

    assertThat(client.asks().token().value()).isEqualTo("t1");
    assertThat(server.lines()).endsWith("GET " + OAUTH, "POST /new");
  }

  @Test
  void where_nobody_answers_they_are_read_again() throws Exception {
    server.resets().answersAt(OAUTH, 200, metadata(issuer, "/old"));
    client.findsNoToken();

    givesTokens("t1").answersAt(OAUTH, 200, metadata(issuer, "/new"));

    assertThat(client.asks().token().value()).isEqualTo("t1");
    assertThat(server.lines()).endsWith("GET " + OAUTH, "POST /new");
  }

  @Test
  void a_refusal_is_no_reason_to_read_them_again_and_tells_what_they_say() {
    server
        .answers(401, "{\"error\": \"invalid_client\"}")
        .answersAt(
            OAUTH,
            200,
            metadata(issuer, "/token")
                .replace(
                    "}",
                    ", \"token_endpoint_auth_methods_supported\": [\"private_key_jwt\", \"<b>\","
                        + " \"tls_client_auth\"]}"));

    assertThat(client.isRefused())
        .hasMessageContaining("ts metadata name private_key_jwt, tls_client_auth")
        .hasMessageNotContaining("<b>");
    client.isRefused();
    assertThat(server.lines()).hasSize(3);
  }

  @Test
  void an_issuer_that_is_not_the_same_to_the_letter_is_no_issuer() {
    server.answersAt(OAUTH, 200, metadata(issuer + "/", "/token"));
    server.answersAt(OPENID, 404, "");

    assertThat(client.findsNoToken())
        .hasMessageContaining("client 'signicat'")
        .hasMessageContaining("the issuer \"" + issuer + "\" cannot be used")
        .hasMessageContaining("is of the issuer \"" + issuer + "/\"")
        .hasMessageContaining(OPENID + " answered 404")
        .hasMessageContaining("Check oauth2.client.signicat.issuer");
    assertThat(server.lines()).doesNotContain("POST /token");
  }

  @Test
  void what_makes_no_sense_is_told_in_short_and_without_a_token() {
    server.answers(200, "{\"issuer\": \"" + "x".repeat(100_000) + "\"}");
    TokenUnavailableException large = client.findsNoToken();
    server.answers(200, "{\"access_token\": \"t0k3n\"}");

    assertThat(String.valueOf(large.getMessage())).hasSizeLessThan(1500);
    assertThat(client.findsNoToken())
        .hasMessageContaining("JSON without an issuer")
        .hasMessageNotContaining("t0k3n")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.example/token",
        "https://user:s3cr3t@login.example/token",
        "https://login.example/token#x",
        "ftp://login.example/token",
        "/token",
        "not a uri",
      })
  void an_endpoint_that_may_not_be_one_is_none(String endpoint) {
    server.answers(
        200, "{\"issuer\": \"" + issuer + "\", \"token_endpoint\": \"" + endpoint + "\"}");

    assertThat(client.findsNoToken())
        .hasMessageContaining("names a token_endpoint that is no")
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void metadata_without_an_endpoint_are_of_no_use() {
    server.answers(200, "{\"issuer\": \"" + issuer + "\"}");

    assertThat(client.findsNoToken()).hasMessageContaining("names no token_endpoint");
  }

  @Test
  void http_is_for_those_who_allow_it() throws Exception {
    givesTokens("t1").answersAt(OAUTH, 200, metadata(issuer, "/token"));
    String endpoint = "http://login.invalid/token";
    server.answersAt(
        OAUTH, 200, "{\"issuer\": \"" + issuer + "\", \"token_endpoint\": \"" + endpoint + "\"}");
    SampleSettings allowing = SampleSettings.of(new Issuer(issuer, true));

    assertThat(new AskingClient(allowing).findsNoToken())
        .hasMessageContaining("the token endpoint at login.invalid could not be reached");
  }

  @Test
  void an_issuer_that_cannot_be_reached_is_named() throws Exception {
    server.close();

    assertThat(client.findsNoToken())
        .hasMessageContaining("the issuer at " + server.host() + " could not be reached")
        .hasMessageContaining("check oauth2.client.signicat.issuer");
  }

  @Test
  void its_time_counts_as_that_of_the_token_request() {
    server.neverAnswers();
    Duration patience = Duration.ofMillis(300);

    assertThat(
            new AskingClient(
                    SampleSettings.of(new Issuer(issuer, false))
                        .timeouts(Duration.ofSeconds(5), patience))
                .findsNoToken())
        .hasMessageContaining("gave no complete answer within PT0.3S");
  }

  @Test
  void the_alias_for_clients_with_a_certificate_is_for_them_alone() throws Exception {
    Identity identity = Identity.selfSigned();
    ClientCertificate own = new ClientCertificate(identity.key(), List.of(identity.certificate()));
    givesTokens("t1")
        .answersAt(
            OAUTH,
            200,
            metadata(issuer, "/token")
                .replace(
                    "}",
                    ", \"mtls_endpoint_aliases\": {\"token_endpoint\": \"http://"
                        + server.host()
                        + "/mtls/token\"}}"));

    client.asks();
    new AskingClient(
            SampleSettings.of(new Issuer(issuer, false))
                .route(new Tls(own, Set.of()), ProxyChoice.ofTheJvm()))
        .asks();

    assertThat(server.lines())
        .containsExactly("GET " + OAUTH, "POST /token", "GET " + OAUTH, "POST /mtls/token");
  }

  private FakeTokenEndpoint givesTokens(String value) {
    return server.answersToken(value, 3600);
  }

  private AskingClient asking(String identifier) {
    return new AskingClient(SampleSettings.of(new Issuer(identifier, false)), clock::nanoTime);
  }

  private String metadata(String told, String path) {
    return "{\"issuer\": \""
        + told
        + "\", \"token_endpoint\": \"http://"
        + server.host()
        + path
        + "\"}";
  }
}
