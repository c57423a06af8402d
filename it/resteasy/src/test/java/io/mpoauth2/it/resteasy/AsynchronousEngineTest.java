package io.mpoauth2.it.resteasy;

import io.mpoauth2.it.core.TransportThreadFeatures;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import org.apache.http.impl.nio.client.HttpAsyncClients;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder;
import org.jboss.resteasy.client.jaxrs.engines.ApacheHttpAsyncClient4Engine;

/** RESTEasy over its own asynchronous engine, whose threads run the response filters. */
class AsynchronousEngineTest extends TransportThreadFeatures {
  @Override
  protected Client newClient() {
    return ((ResteasyClientBuilder) ClientBuilder.newBuilder())
        .httpEngine(new ApacheHttpAsyncClient4Engine(HttpAsyncClients.createDefault(), true))
        .build();
  }
}
