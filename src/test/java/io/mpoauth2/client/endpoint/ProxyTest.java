package io.mpoauth2.client.endpoint;

import static java.net.Authenticator.RequestorType.PROXY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.FakeProxy;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.FixedLogin;
import io.mpoauth2.client.testing.FixedProxies;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxies that an administrator has set for the whole JVM, and who may log in where. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ProxyTest {
  private static final Map<String, String> WANTS_LOGIN =
      Map.of("Proxy-Authenticate", "Basic realm=\"proxy\"");

  private final FakeTokenEndpoint server = FakeTokenEndpoint.start().answersToken("t1", 3600);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void where_one_proxy_is_dead_the_next_is_tried_and_the_selector_is_told() throws Exception {
    Proxy dead = FixedProxies.at(Proxy.Type.HTTP, freePort());

    try (FixedProxies proxies = FixedProxies.are(dead, Proxy.NO_PROXY)) {
      String token = asking(server.uri()).asks().token().value();

      assertThat(token).isEqualTo("t1");
      assertThat(proxies.failed()).containsExactly(dead.address());
    }
  }

  @Test
  void where_all_proxies_are_dead_the_endpoint_cannot_be_reached() throws Exception {
    Proxy dead = FixedProxies.at(Proxy.Type.HTTP, freePort());

    try (FixedProxies proxies = FixedProxies.are(dead, dead)) {
      TokenUnavailableException unreachable = asking(server.uri()).findsNoToken();

      assertThat(unreachable)
          .hasMessageContaining("could not be reached (ConnectException)")
          .hasMessageContaining("the network and the proxy");
      assertThat(proxies.failed()).hasSize(2);
    }
  }

  @Test
  void where_the_selector_names_none_there_is_none() throws Exception {
    try (FixedProxies none = FixedProxies.are()) {
      assertThat(asking(server.uri()).asks().token().value()).isEqualTo("t1");
      assertThat(none.failed()).isEmpty();
    }
  }

  @Test
  void a_proxy_that_wants_a_log_in_gets_the_jvms() throws Exception {
    server.wants("Proxy-Authorization", 407, WANTS_LOGIN);

    try (FixedProxies proxies = FixedProxies.are(FixedProxies.at(Proxy.Type.HTTP, server.port()));
        FixedLogin login = FixedLogin.isSet()) {
      AskingClient client = asking(URI.create("http://login.invalid/token"));

      assertThat(client.asks().token().value()).isEqualTo("t1");
      assertThat(login.asked()).containsOnly(PROXY);
      assertThat(proxies.failed()).isEmpty();
    }
  }

  @Test
  void a_proxy_that_refused_gets_a_log_in_as_soon_as_there_is_one() throws Exception {
    server.wants("Proxy-Authorization", 407, WANTS_LOGIN);

    try (FixedProxies proxies = FixedProxies.are(FixedProxies.at(Proxy.Type.HTTP, server.port()))) {
      AskingClient client = asking(URI.create("http://login.invalid/token"));
      client.findsNoToken();

      try (FixedLogin login = FixedLogin.isSet()) {
        assertThat(client.asks().token().value()).isEqualTo("t1");
        assertThat(login.asked()).containsOnly(PROXY);
      }
      assertThat(proxies.failed()).isEmpty();
    }
  }

  @Test
  void a_proxy_that_wants_a_log_in_nobody_knows_is_named_as_such() throws Exception {
    server.wants("Proxy-Authorization", 407, WANTS_LOGIN);

    try (FixedProxies proxies = FixedProxies.are(FixedProxies.at(Proxy.Type.HTTP, server.port()))) {
      TokenUnavailableException unavailable =
          asking(URI.create("http://login.invalid/token")).findsNoToken();

      assertThat(unavailable)
          .hasMessageContaining("client 'signicat'")
          .hasMessageContaining("login.invalid")
          .hasMessageContaining("the proxy answered 407")
          .hasMessageContaining("log in");
      assertThat(proxies.failed()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"407 Log in, eyJ0b2tlbg", "502 eyJ0b2tlbg"})
  void a_proxy_that_makes_no_tunnel_is_named_as_such_and_not_quoted(String status)
      throws Exception {
    try (FakeProxy proxy = FakeProxy.refusing(status);
        FixedProxies proxies = FixedProxies.are(FixedProxies.at(Proxy.Type.HTTP, proxy.port()))) {
      TokenUnavailableException unavailable =
          asking(URI.create("https://login.invalid/token")).findsNoToken();

      assertThat(unavailable)
          .hasMessageContaining("login.invalid")
          .hasMessageContaining("the proxy answered " + status.substring(0, 3))
          .hasMessageNotContaining("eyJ0b2tlbg")
          .hasNoCause();
      assertThat(proxies.failed()).isEmpty();
    }
  }

  @Test
  void a_tunnels_log_in_needs_a_switch_of_the_jvm_and_the_message_says_so() throws Exception {
    try (FakeProxy proxy = FakeProxy.refusing("407 Log in");
        FixedProxies proxies = FixedProxies.are(FixedProxies.at(Proxy.Type.HTTP, proxy.port()))) {
      TokenUnavailableException unavailable =
          asking(URI.create("https://login.invalid/token")).findsNoToken();

      assertThat(unavailable).hasMessageContaining("-Djdk.http.auth.tunneling.disabledSchemes=");
      assertThat(proxies.failed()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic realm=\"api\"", "Digest realm=\"api\", nonce=\"1\"", "Negotiate"})
  void a_401_is_whole_and_the_jvms_authenticator_is_not_asked_for_it(String challenge) {
    server.answers(401, "{\"error\": \"invalid_client\"}", Map.of("WWW-Authenticate", challenge));

    try (FixedLogin login = FixedLogin.isSet()) {
      TokenRefusedException refused = asking(server.uri()).isRefused();

      assertThat(refused.error()).isEqualTo("invalid_client");
      assertThat(login.asked()).isEmpty();
      assertThat(server.onlyRequest().header("Authorization"))
          .contains("Basic Y2xpZW50SWQ6Y2xpZW50U2VjcmV0");
    }
  }

  @Test
  void an_endpoint_that_plays_the_proxy_gets_no_password_of_it() {
    server.answers(407, "", WANTS_LOGIN);

    try (FixedLogin login = FixedLogin.isSet()) {
      TokenUnavailableException unavailable = asking(server.uri()).findsNoToken();

      assertThat(unavailable).hasMessageContaining("answered 407");
      assertThat(login.asked()).isEmpty();
      assertThat(server.onlyRequest().header("Proxy-Authorization")).isEmpty();
    }
  }

  @Test
  void a_socks_proxy_is_gone_through() throws Exception {
    try (FakeProxy proxy = FakeProxy.socks(server.port());
        FixedProxies proxies = FixedProxies.are(FixedProxies.at(Proxy.Type.SOCKS, proxy.port()))) {
      String token = asking(URI.create("http://login.invalid/token")).asks().token().value();

      assertThat(token).isEqualTo("t1");
      assertThat(proxy.tunnels()).containsExactly("login.invalid");
      assertThat(proxies.failed()).isEmpty();
    }
  }

  @Test
  void a_host_with_an_underscore_is_called() throws Exception {
    try (FixedProxies proxies = FixedProxies.are(FixedProxies.at(Proxy.Type.HTTP, server.port()))) {
      String token = asking(URI.create("http://auth_server:8080/token")).asks().token().value();

      assertThat(token).isEqualTo("t1");
      assertThat(server.onlyRequest().header("Host")).contains("auth_server:8080");
      assertThat(proxies.failed()).isEmpty();
    }
  }

  @Test
  void a_host_with_an_underscore_stands_in_messages() {
    assertThat(asking(URI.create("http://auth_server.invalid:8080/token")).findsNoToken())
        .hasMessageContaining("auth_server.invalid:8080 could not be reached");
  }

  private static AskingClient asking(URI endpoint) {
    return new AskingClient(SampleSettings.at(endpoint));
  }

  private static int freePort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return taken.getLocalPort();
    }
  }
}
