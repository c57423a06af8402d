package io.mpoauth2.sandbox;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Another port of the sandbox, where clients may show a certificate. One that the authority has not
 * issued ends the handshake; whose it is the token endpoint looks at.
 */
final class TlsFront {
  private TlsFront() {}

  static ServerConnector of(Server server, int port, SandboxKeys keys) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(keys.identity());
    tls.setKeyStorePassword(SandboxKeys.PASSWORD);
    tls.setTrustStore(keys.trusted());
    tls.setWantClientAuth(true);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    // Without a look at the host's name: 127.0.0.1 is none, and as good.
    http.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector =
        new ServerConnector(
            server,
            1,
            1,
            new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
            new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    return connector;
  }
}
