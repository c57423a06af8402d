package io.mpoauth2.it;

import io.mpoauth2.it.core.TransportThreadFeatures;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.jetty.connector.JettyConnectorProvider;

/** Jersey over Jetty's client, whose threads run the response filters of {@code rx()}. */
class JettyConnectorTest extends TransportThreadFeatures {
  @Override
  protected Client newClient() {
    return ClientBuilder.newClient(
        new ClientConfig().connectorProvider(new JettyConnectorProvider()));
  }

  @Override
  protected boolean callsThatWaitAreSentAgain() {
    return true;
  }
}
