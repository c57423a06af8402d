package io.mpoauth2.it;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.function.Supplier;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.HttpUrlConnectorProvider;
import org.glassfish.jersey.client.spi.ConnectorProvider;
import org.glassfish.jersey.jetty.connector.JettyConnectorProvider;
import org.glassfish.jersey.jnh.connector.JavaNetHttpConnectorProvider;
import org.glassfish.jersey.netty.connector.NettyConnectorProvider;

/** Jersey's connectors. */
enum Transport {
  HTTP_URL_CONNECTION(HttpUrlConnectorProvider::new),
  APACHE_5(Apache5ConnectorProvider::new),
  JAVA_NET_HTTP(JavaNetHttpConnectorProvider::new),
  NETTY(NettyConnectorProvider::new),
  JETTY(JettyConnectorProvider::new);

  private final Supplier<ConnectorProvider> provider;

  Transport(Supplier<ConnectorProvider> provider) {
    this.provider = provider;
  }

  /** Whether the thread that has the answer to an asynchronous call is nobody else's. */
  boolean mayWaitWhenAsynchronous() {
    return this == HTTP_URL_CONNECTION || this == APACHE_5;
  }

  /** Whether a second request may have a body. */
  boolean takesSecondBodies() {
    return this != NETTY;
  }

  /** Whether headers that an interceptor adds are sent. */
  boolean sendsHeadersOfInterceptors() {
    return this != APACHE_5;
  }

  Client newClient() {
    return newBuilder().build();
  }

  ClientBuilder newBuilder() {
    return ClientBuilder.newBuilder()
        .withConfig(
            new ClientConfig()
                .connectorProvider(provider.get())
                // Some connectors do not tell that they did, and what matters is not sent again.
                .property(ClientProperties.FOLLOW_REDIRECTS, !hidesRedirects()));
  }

  /** Whether no answer tells that a redirect was followed. */
  boolean hidesRedirects() {
    return this == JAVA_NET_HTTP || this == JETTY;
  }
}
