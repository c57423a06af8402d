package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.transport.ProxyChoice;
import io.mpoauth2.client.endpoint.transport.ProxyChoice.Account;
import io.mpoauth2.client.endpoint.transport.Tls;
import io.mpoauth2.client.testing.FakeProxy;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.FixedLogin;
import io.mpoauth2.client.testing.FixedProxies;
import io.mpoauth2.client.testing.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The proxy that is set for the token endpoint of one client, and who logs in there. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OwnProxyTest {
  private static final URI ELSEWHERE = URI.create("http://login.invalid/token");
  private static final Account ACCOUNT = new Account("us€r", "pr0xy-s3cr3t");
  private static final Map<String, String> WANTS_LOGIN =
      Map.of("Proxy-Authenticate", "Basic realm=\"proxy\"");

  private final FakeTokenEndpoint server = FakeTokenEndpoint.start().answersToken("t1", 3600);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_request_in_clear_text_goes_by_it_whatever_proxies_the_jvm_has() throws Exception {
    Proxy dead = FixedProxies.at(Proxy.Type.HTTP, freePort());

    try (FixedProxies jvms = FixedProxies.are(dead)) {
      assertThat(asking(ELSEWHERE, at(server.port(), null)).asks().token().value()).isEqualTo("t1");
      assertThat(server.onlyRequest().uri()).isEqualTo(ELSEWHERE);
      assertThat(jvms.failed()).isEmpty();
    }
  }

  @Test
  void a_request_over_tls_goes_by_it_through_a_tunnel() throws Exception {
    Identity identity = Identity.selfSigned();

    try (FakeTokenEndpoint secured = FakeTokenEndpoint.start(identity.server());
        FakeProxy proxy = FakeProxy.to(secured.port())) {
      secured.answersToken("t2", 3600);
      Tls tls = new Tls(null, Set.of(identity.certificate()));
      SampleSettings settings =
          SampleSettings.at(URI.create("https://localhost:1/token"))
              .route(tls, at(proxy.port(), null));

      assertThat(new AskingClient(settings).asks().token().value()).isEqualTo("t2");
      assertThat(proxy.tunnels()).containsExactly("CONNECT localhost:1 HTTP/1.1");
    }
  }

  @Test
  void none_is_the_direct_way_whatever_proxies_the_jvm_has() throws Exception {
    Proxy dead = FixedProxies.at(Proxy.Type.HTTP, freePort());

    try (FixedProxies jvms = FixedProxies.are(dead)) {
      assertThat(asking(server.uri(), ProxyChoice.none()).asks().token().value()).isEqualTo("t1");
      assertThat(jvms.failed()).isEmpty();
    }
  }

  @Test
  void a_dead_one_is_told_by_its_property_and_to_no_selector() throws Exception {
    try (FixedProxies jvms = FixedProxies.are(Proxy.NO_PROXY)) {
      assertThat(asking(server.uri(), at(freePort(), null)).findsNoToken())
          .hasMessageContaining("could not be reached")
          .hasMessageContaining("check oauth2.client.signicat.token-endpoint, the network and")
          .hasMessageContaining("oauth2.client.signicat.proxy-address");
      assertThat(jvms.failed()).isEmpty();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void one_that_no_name_server_knows_is_told_by_its_property() throws Exception {
    assertThat(asking(ELSEWHERE, ProxyChoice.of("proxy.invalid", 80, null)).findsNoToken())
        .hasMessageContaining("UnknownHost")
        .hasMessageContaining("oauth2.client.signicat.proxy-address")
        .hasMessageContaining("o name server that is asked here knows the host");
  }

  @Test
  void an_ipv6_address_is_connected_to() throws Exception {
    ProxyChoice ipv6 = ProxyChoice.of("::1", freePort(), null);

    assertThat(asking(ELSEWHERE, ipv6).findsNoToken())
        .hasMessageContaining("could not be reached")
        .hasMessageNotContaining("UnknownHost");
  }

  @Test
  void the_account_logs_in_and_not_that_of_the_jvm() throws Exception {
    server.wants("Proxy-Authorization", 407, WANTS_LOGIN);
    Account account = new Account("user", "pr0xy-s3cr3t");

    try (FixedLogin jvms = FixedLogin.isSet()) {
      String token = asking(ELSEWHERE, at(server.port(), account)).asks().token().value();

      assertThat(token).isEqualTo("t1");
      assertThat(server.lastRequest().header("Proxy-Authorization"))
          .contains("Basic dXNlcjpwcjB4eS1zM2NyM3Q=");
      assertThat(jvms.asked()).isEmpty();
    }
  }

  /** The JDK would do so twenty times, and a proxy lock the account. */
  @Test
  void a_log_in_that_is_refused_is_not_tried_again_and_told_by_its_properties() {
    server.answers(407, "pr0xy-s3cr3t", WANTS_LOGIN);

    assertThat(asking(ELSEWHERE, at(server.port(), ACCOUNT)).findsNoToken())
        .hasMessageContaining("the proxy answered 407 to the log-in")
        .hasMessageContaining("check oauth2.client.signicat.proxy-user and")
        .hasMessageContaining("oauth2.client.signicat.proxy-password")
        .hasMessageNotContaining("s3cr3t");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void each_request_logs_in_anew_where_the_one_before_was_refused() throws Exception {
    server.answers(407, "", WANTS_LOGIN);
    AskingClient client = asking(ELSEWHERE, at(server.port(), ACCOUNT));
    client.findsNoToken();

    server.answersToken("t1", 3600).wants("Proxy-Authorization", 407, WANTS_LOGIN);

    assertThat(client.asks().token().value()).isEqualTo("t1");
  }

  @Test
  void the_endpoints_own_401_gets_no_password_of_the_proxys() {
    server.answers(401, "{\"error\": \"invalid_client\"}", Map.of("WWW-Authenticate", "Basic"));

    assertThat(asking(ELSEWHERE, at(server.port(), ACCOUNT)).isRefused().error())
        .isEqualTo("invalid_client");
    assertThat(server.onlyRequest().header("Proxy-Authorization")).isEmpty();
    assertThat(server.onlyRequest().header("Authorization"))
        .contains("Basic Y2xpZW50SWQ6Y2xpZW50U2VjcmV0");
  }

  @Test
  void a_log_in_that_an_answer_repeats_is_hidden() {
    server.answers(
        400,
        "{\"error\": \"invalid_request\", \"error_description\": \"got pr0xy-s3cr3t and"
            + " dXNlcjpwcjB4eS1zM2NyM3Q=\"}");
    Account account = new Account("user", "pr0xy-s3cr3t");

    assertThat(asking(ELSEWHERE, at(server.port(), account)).isRefused())
        .hasMessageContaining("got (hidden) and (hidden)");
    assertThat(account.toString()).doesNotContain("s3cr3t");
  }

  @Test
  void a_tunnels_log_in_needs_a_switch_of_the_jvm_and_the_message_says_so() throws Exception {
    try (FakeProxy proxy = FakeProxy.wantingLogin(1, "Basic dXNlcjpwcjB4eS1zM2NyM3Q=")) {
      URI secured = URI.create("https://login.invalid/token");

      assertThat(asking(secured, at(proxy.port(), ACCOUNT)).findsNoToken())
          .hasMessageContaining("the proxy answered 407;")
          .hasMessageContaining("-Djdk.http.auth.tunneling.disabledSchemes=");
      assertThat(proxy.logins()).isEmpty();
    }
  }

  private static ProxyChoice at(int port, @Nullable Account account) {
    return ProxyChoice.of(InetAddress.getLoopbackAddress().getHostAddress(), port, account);
  }

  private static AskingClient asking(URI endpoint, ProxyChoice proxy) {
    return new AskingClient(SampleSettings.at(endpoint).route(Tls.ofTheJvm(), proxy));
  }

  private static int freePort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return taken.getLocalPort();
    }
  }
}
