package io.mpoauth2.it.resteasy;

import io.mpoauth2.it.core.Column;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.Optional;
import org.apache.http.impl.nio.client.HttpAsyncClients;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder;
import org.jboss.resteasy.client.jaxrs.engines.ApacheHttpAsyncClient4Engine;

/** RESTEasy's plain clients over its own asynchronous engine. */
@Column("asynchronous engine")
class AsynchronousEngineMatrixTest extends PlainMatrixTest {
  @Override
  protected ClientBuilder newBuilder() {
    return ((ResteasyClientBuilder) ClientBuilder.newBuilder())
        .httpEngine(new ApacheHttpAsyncClient4Engine(HttpAsyncClients.createDefault(), true));
  }

  @Override
  protected Optional<String> cannotResend(String call) {
    return Optional.of(
        "the engine of this RESTEasy client is not one of those known to hold their caller until"
            + " the answer is there");
  }

  @Override
  protected Optional<String> cannotCall(String call) {
    return call.startsWith("time_out_of_the_client")
        ? Optional.of("the time-outs of an engine of one's own are not the client's")
        : super.cannotCall(call);
  }
}
