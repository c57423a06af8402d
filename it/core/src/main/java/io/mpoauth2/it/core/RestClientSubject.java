package io.mpoauth2.it.core;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.it.core.api.Calls;
import io.mpoauth2.it.core.api.RestCalls;
import jakarta.ws.rs.core.Configurable;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** A MicroProfile client that gives every answer as it is, the 401 too. */
final class RestClientSubject implements Subject {
  private final RestClientBuilder builder =
      RestClientBuilder.newBuilder()
          .property("microprofile.rest.client.disable.default.mapper", true);
  private Closeable made = () -> {};

  @Override
  public Configurable<?> client() {
    return builder;
  }

  @Override
  public void readTimeout(Duration longest) {
    builder.readTimeout(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public Calls calls(LoopbackApi api) {
    Calls calls =
        builder
            .baseUri(api.uri())
            .register(new BearerTokenFilter(api.tokens().provider()))
            .build(RestCalls.class);
    if (calls instanceof Closeable closeable) {
      made = closeable;
    }
    return calls;
  }

  @Override
  public void close() {
    try {
      made.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "a MicroProfile client";
  }
}
