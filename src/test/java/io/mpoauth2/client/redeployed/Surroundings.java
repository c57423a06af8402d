package io.mpoauth2.client.redeployed;

import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.FakeAuthorizationServer;
import io.mpoauth2.client.testing.FakeProxy;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.FixedLogin;
import io.mpoauth2.client.testing.FixedProxies;
import io.mpoauth2.client.testing.Identity;
import io.mpoauth2.client.testing.RawServer;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.config.Config;

/** What stays while applications come and go: the servers that they call, and the JVM's set-up. */
public final class Surroundings implements AutoCloseable {
  private static final Map<String, String> WANTS_LOGIN =
      Map.of("Proxy-Authenticate", "Basic realm=\"proxy\"");

  /** A refusal of which a part comes. */
  private static final String HANGING = "HTTP/1.1 401 No\r\nContent-Length: 10\r\n\r\nx";

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Map<String, String> values = new HashMap<>();
  private final FakeApi api = opened(new FakeApi());
  private final Config config;

  public Surroundings() throws Exception {
    // RESTEasy keeps for ever the class loader that the first thread saw.
    ClientBuilder.newClient().close();
    Identity trusted = Identity.selfSigned();
    Identity strange = Identity.selfSigned();
    SSLContext before = SSLContext.getDefault();
    SSLContext.setDefault(trusting(trusted));
    open.push(() -> SSLContext.setDefault(before));
    opened(FixedLogin.isSet());
    FakeProxy dripping = opened(FakeProxy.dripping());
    FakeTokenEndpoint login =
        opened(FakeTokenEndpoint.start())
            .answersToken("behind", 3600)
            .wants("Proxy-Authorization", 407, WANTS_LOGIN);
    opened(
        FixedProxies.forHosts(
            Map.of(
                "dripping.invalid", FixedProxies.at(Proxy.Type.HTTP, dripping.port()),
                "login.invalid", FixedProxies.at(Proxy.Type.HTTP, login.port()))));

    client("of-the-api", opened(new FakeAuthorizationServer()).tokenEndpoint());
    client("over-tls", overTls(trusted));
    client("untrusted", overTls(strange));
    client("refused", refusing().uri());
    client("nobody", URI.create("http://127.0.0.1:" + freePort() + "/"));
    client("resetting", opened(RawServer.resets()).uri("http"));
    URI silent = opened(RawServer.silent()).uri("http");
    impatient("silent", silent);
    client("unheard", silent);
    impatient("dripping", opened(RawServer.drips("HTTP/1.1 200 Fine\r\n\r\n{")).uri("http"));
    impatient("behind-a-dripping-proxy", URI.create("https://dripping.invalid/token"));
    client("unheard-behind-a-proxy", URI.create("https://dripping.invalid/token"));
    client("behind-a-proxy-with-log-in", URI.create("http://login.invalid/token"));
    values.put("oauth2.client.behind-a-proxy-with-log-in.allow-http", "true");
    values.put("api", api.uri().toString());
    values.put("hanging", opened(RawServer.answersAndStays(HANGING)).uri("http").toString());
    config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(new PropertiesConfigSource(values, "surroundings", 100))
            .build();
  }

  /** Gives the configuration of the next application, whose first call is refused. */
  public Config nextRound() {
    api.answers(Answer.unauthorized("Bearer error=\"invalid_token\""));
    return config;
  }

  @Override
  public void close() throws IOException {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }

  private <T extends AutoCloseable> T opened(T closeable) {
    open.push(closeable);
    return closeable;
  }

  private void client(String name, URI tokenEndpoint) {
    values.put("oauth2.client." + name + ".token-endpoint", tokenEndpoint.toString());
    values.put("oauth2.client." + name + ".client-id", "id");
    values.put("oauth2.client." + name + ".client-secret", "s3cret");
  }

  private void impatient(String name, URI tokenEndpoint) {
    client(name, tokenEndpoint);
    values.put("oauth2.client." + name + ".connect-timeout", "PT0.2S");
    values.put("oauth2.client." + name + ".request-timeout", "PT0.4S");
  }

  private URI overTls(Identity key) throws Exception {
    FakeTokenEndpoint server = opened(FakeTokenEndpoint.start(key.server()));
    server.answersToken("over-tls", 3600);
    return URI.create("https://localhost:" + server.port() + "/token");
  }

  private FakeTokenEndpoint refusing() {
    return opened(FakeTokenEndpoint.start()).answers(400, "{\"error\":\"invalid_client\"}");
  }

  private static SSLContext trusting(Identity key) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(key.trust());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static int freePort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return taken.getLocalPort();
    }
  }
}
