package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.FakeProxy;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.Identity;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way to the token endpoint, with what an administrator has set for the whole JVM. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class RouteTest {
  private static final String TOKEN =
      """
      {"access_token": "t1", "expires_in": 3600, "token_type": "Bearer"}""";

  private final @Nullable ProxySelector selectorBefore = ProxySelector.getDefault();

  @AfterEach
  void restore() {
    ProxySelector.setDefault(selectorBefore);
  }

  @Test
  void tls_is_that_of_the_jvm() throws Exception {
    Identity key = Identity.selfSigned();
    SSLContext before = SSLContext.getDefault();

    try (FakeTokenEndpoint server = FakeTokenEndpoint.start(key.server())) {
      server.answers(200, TOKEN);
      AskingClient client = asking("https://localhost:" + server.port());
      TokenUnavailableException untrusted = client.findsNoToken();
      SSLContext.setDefault(trusting(key));

      assertThat(untrusted)
          .hasMessageContaining("could not be asked over TLS")
          .hasMessageContaining("that the JVM trusts its certificate");
      assertThat(client.asks().token().value()).isEqualTo("t1");
    } finally {
      SSLContext.setDefault(before);
    }
  }

  @Test
  void a_trusted_certificate_of_another_host_will_not_do() throws Exception {
    Identity key = Identity.selfSigned();
    SSLContext before = SSLContext.getDefault();

    try (FakeTokenEndpoint server = FakeTokenEndpoint.start(key.server())) {
      server.answers(200, TOKEN);
      SSLContext.setDefault(trusting(key));

      TokenUnavailableException impostor =
          asking("https://127.0.0.1:" + server.port()).findsNoToken();

      assertThat(impostor).hasMessageContaining("could not be asked over TLS");
      assertThat(server.requests()).isEmpty();
    } finally {
      SSLContext.setDefault(before);
    }
  }

  @Test
  void a_request_in_clear_text_goes_to_the_proxy_which_looks_the_name_up() throws Exception {
    try (FakeTokenEndpoint proxy = FakeTokenEndpoint.start()) {
      proxy.answers(200, TOKEN);
      ProxySelector.setDefault(to(Proxy.Type.HTTP, proxy.port()));

      String token = asking("http://login.invalid").asks().token().value();

      assertThat(token).isEqualTo("t1");
      assertThat(proxy.onlyRequest().uri()).hasToString("http://login.invalid/token");
      assertThat(proxy.onlyRequest().header("Host")).contains("login.invalid");
    }
  }

  @Test
  void a_request_over_tls_goes_through_a_tunnel() throws Exception {
    Identity key = Identity.selfSigned();
    SSLContext before = SSLContext.getDefault();

    try (FakeTokenEndpoint server = FakeTokenEndpoint.start(key.server());
        FakeProxy proxy = FakeProxy.to(server.port())) {
      server.answers(200, TOKEN);
      SSLContext.setDefault(trusting(key));
      ProxySelector.setDefault(to(Proxy.Type.HTTP, proxy.port()));

      String token = asking("https://localhost:1").asks().token().value();

      assertThat(token).isEqualTo("t1");
      assertThat(proxy.tunnels()).containsExactly("CONNECT localhost:1 HTTP/1.1");
    } finally {
      SSLContext.setDefault(before);
    }
  }

  @Test
  void a_tunnel_ends_at_the_port_of_https_where_the_endpoint_names_none() throws Exception {
    Identity key = Identity.selfSigned();

    try (FakeTokenEndpoint server = FakeTokenEndpoint.start(key.server());
        FakeProxy proxy = FakeProxy.to(server.port())) {
      ProxySelector.setDefault(to(Proxy.Type.HTTP, proxy.port()));

      asking("https://localhost").findsNoToken();

      assertThat(proxy.tunnels()).containsExactly("CONNECT localhost:443 HTTP/1.1");
    }
  }

  @Test
  void without_any_selector_there_is_no_proxy() throws Exception {
    try (FakeTokenEndpoint server = FakeTokenEndpoint.start()) {
      server.answers(200, TOKEN);
      ProxySelector.setDefault(null);

      assertThat(asking("http://127.0.0.1:" + server.port()).asks().token().value())
          .isEqualTo("t1");
    }
  }

  private static AskingClient asking(String origin) {
    return new AskingClient(SampleSettings.at(URI.create(origin + "/token")));
  }

  private static SSLContext trusting(Identity key) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(key.trust());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static ProxySelector to(Proxy.Type type, int port) {
    // Unresolved, as the JDK's own selector has it.
    InetSocketAddress address =
        InetSocketAddress.createUnresolved(InetAddress.getLoopbackAddress().getHostAddress(), port);
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of(new Proxy(type, address));
      }

      @Override
      public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {}
    };
  }
}
