package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.LogMessage;
import jakarta.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEndpointTest {

  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void the_request_is_the_one_on_signicats_page() throws Exception {
    server.answersToken("xxxxx.yyyyy.zzzzz", 3600);
    AskingClient client = new AskingClient(SampleSettings.at(server.uri()).scope("document_read"));

    client.asks();

    FakeTokenEndpoint.Request request = server.onlyRequest();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri()).hasPath("/oauth/connect/token").hasNoQuery();
    assertThat(request.header("Content-Type")).contains("application/x-www-form-urlencoded");
    assertThat(request.header("Authorization")).contains("Basic Y2xpZW50SWQ6Y2xpZW50U2VjcmV0");
    assertThat(request.header("Accept")).contains("application/json");
    assertThat(request.body()).isEqualTo("grant_type=client_credentials&scope=document_read");
  }

  @Test
  void the_connection_is_closed_and_the_length_is_told() throws Exception {
    server.answersToken("abc", 3600);

    new AskingClient(SampleSettings.at(server.uri())).asks();

    FakeTokenEndpoint.Request request = server.onlyRequest();
    assertThat(request.header("Connection")).contains("close");
    assertThat(request.header("Host")).contains(server.host());
    assertThat(request.header("User-Agent")).contains("mp-oauth2-client");
    assertThat(request.header("Content-Length")).contains("29");
    assertThat(request.header("Transfer-Encoding")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', /", "?tenant=a, /?tenant=a"})
  void an_endpoint_without_path_is_asked_at_the_root(String suffix, String sent) throws Exception {
    server.answersToken("abc", 3600);

    new AskingClient(SampleSettings.at(URI.create("http://" + server.host() + suffix))).asks();

    assertThat(server.onlyRequest().uri()).hasToString(sent);
  }

  @Test
  void no_upgrade_of_the_protocol_is_asked_for() throws Exception {
    server.answersToken("abc", 3600);

    new AskingClient(SampleSettings.at(server.uri())).asks();

    assertThat(server.onlyRequest().header("Upgrade")).isEmpty();
    assertThat(server.onlyRequest().header("HTTP2-Settings")).isEmpty();
  }

  @Test
  void client_secret_post_sends_no_basic() throws Exception {
    server.answersToken("abc", 3600);
    ClientAuthentication post = new ClientSecretPost("clientId", new Secret("a&b"));

    new AskingClient(SampleSettings.at(server.uri()).authentication(post)).asks();

    assertThat(server.onlyRequest().header("Authorization")).isEmpty();
    assertThat(server.onlyRequest().form("client_id")).containsExactly("clientId");
    assertThat(server.onlyRequest().form("client_secret")).containsExactly("a&b");
  }

  @Test
  void client_secret_basic_sends_no_credentials_in_the_form() throws Exception {
    server.answersToken("abc", 3600);

    new AskingClient(SampleSettings.at(server.uri())).asks();

    assertThat(server.onlyRequest().form("client_id")).isEmpty();
    assertThat(server.onlyRequest().form("client_secret")).isEmpty();
  }

  @Test
  void a_refused_client_does_not_try_another_way_to_authenticate() {
    server.answers(401, "{\"error\": \"invalid_client\"}", Map.of("WWW-Authenticate", "Basic"));

    new AskingClient(SampleSettings.at(server.uri())).isRefused();

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void the_query_of_the_token_endpoint_is_kept() throws Exception {
    server.answersToken("abc", 3600);

    new AskingClient(SampleSettings.at(server.uri().resolve("?tenant=a%26b"))).asks();

    assertThat(server.onlyRequest().uri().getRawQuery()).isEqualTo("tenant=a%26b");
  }

  @Test
  void settings_are_read_again_for_each_request() throws Exception {
    server.answersToken("abc", 3600);
    SampleSettings settings = SampleSettings.at(server.uri());
    AtomicReference<ClientSettings> current = new AtomicReference<>(settings.build());
    TokenEndpoint endpoint = endpoint(current);
    endpoint.prepare(null).send(Duration.ofSeconds(10));

    current.set(settings.scope("document_write").build());
    endpoint.prepare(null).send(Duration.ofSeconds(10));

    assertThat(server.requests().get(0).form("scope")).isEmpty();
    assertThat(server.lastRequest().form("scope")).containsExactly("document_write");
  }

  @Test
  void an_exchange_equals_an_earlier_one_until_a_setting_changes() {
    SampleSettings settings = SampleSettings.anywhere();
    AtomicReference<ClientSettings> current = new AtomicReference<>(settings.build());
    TokenEndpoint endpoint = endpoint(current);
    TokenSource.Exchange first = endpoint.prepare(null);

    current.set(settings.build());
    TokenSource.Exchange same = endpoint.prepare(null);
    current.set(settings.authentication(SampleSettings.basic("clientId", "rotated")).build());
    TokenSource.Exchange other = endpoint.prepare(null);

    assertThat(same).isEqualTo(first).hasSameHashCodeAs(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void an_exchange_takes_at_most_the_request_timeout() {
    SampleSettings settings =
        SampleSettings.anywhere().timeouts(Duration.ofSeconds(5), Duration.ofSeconds(7));

    TokenSource.Exchange exchange = endpoint(new AtomicReference<>(settings.build())).prepare(null);

    assertThat(exchange.timeout()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void an_exchange_tells_where_it_goes_before_it_is_sent() {
    AtomicReference<ClientSettings> settings =
        new AtomicReference<>(SampleSettings.at(server.uri()).build());

    assertThat(endpoint(settings).prepare(null).endpoint()).isEqualTo(server.uri());
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void what_is_odd_about_the_settings_is_said_once() throws Exception {
    server.answersToken("abc", 3600);
    SampleSettings settings =
        SampleSettings.at(server.uri())
            .notices(List.of(new Notice(LogMessage.COMMA_IN_SCOPE, "scope", "something is odd")));
    AskingClient client = new AskingClient(settings);

    try (CapturedLog log = CapturedLog.start()) {
      client.asks();
      client.asks();

      assertThat(log.warnings())
          .containsExactly("MPOA0041: OAuth2 client 'signicat': something is odd");
    }
  }

  private static TokenEndpoint endpoint(AtomicReference<ClientSettings> settings) {
    return new TokenEndpoint(
        settings::get,
        Json.createParserFactory(Map.of()),
        InstantSource.system(),
        new ClientLog("signicat"),
        new ClientLog("signicat"),
        CallTimer.ofItsOwn());
  }
}
