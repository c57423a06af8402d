package io.mpoauth2.it;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.function.Supplier;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.HttpUrlConnectorProvider;
import org.glassfish.jersey.client.spi.ConnectorProvider;
import org.glassfish.jersey.jetty.connector.JettyConnectorProvider;
import org.glassfish.jersey.jnh.connector.JavaNetHttpConnectorProvider;
import org.glassfish.jersey.netty.connector.NettyConnectorProvider;

/** Jersey's connectors. */
enum Transport {
  HTTP_URL_CONNECTION(HttpUrlConnectorProvider::new, true),
  APACHE_5(Apache5ConnectorProvider::new, true),
  JAVA_NET_HTTP(JavaNetHttpConnectorProvider::new, false),
  NETTY(NettyConnectorProvider::new, false),
  JETTY(JettyConnectorProvider::new, false);

  private final Supplier<ConnectorProvider> provider;

  /** Whether the thread that has the answer to an asynchronous call is nobody else's. */
  final boolean mayWaitWhenAsynchronous;

  Transport(Supplier<ConnectorProvider> provider, boolean mayWaitWhenAsynchronous) {
    this.provider = provider;
    this.mayWaitWhenAsynchronous = mayWaitWhenAsynchronous;
  }

  Client newClient() {
    return ClientBuilder.newClient(new ClientConfig().connectorProvider(provider.get()));
  }
}
