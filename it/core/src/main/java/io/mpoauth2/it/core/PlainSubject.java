package io.mpoauth2.it.core;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.it.core.api.Calls;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Configurable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A plain client, with our filter on itself or on its target. */
final class PlainSubject implements Subject {
  private final ClientBuilder builder;
  private final Place place;
  private Runnable close = () -> {};

  PlainSubject(ClientBuilder builder, Place place) {
    this.builder = builder;
    this.place = place;
  }

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
    Client client = builder.build();
    close = client::close;
    BearerTokenFilter filter = new BearerTokenFilter(api.tokens().provider());
    WebTarget target =
        place == Place.CLIENT
            ? client.register(filter).target(api.uri())
            : client.target(api.uri()).register(filter);
    return new PlainCalls(target.path("calls"));
  }

  @Override
  public void close() {
    close.run();
  }

  @Override
  public String toString() {
    return "our filter on the " + place;
  }

  /** Where the filter is. */
  enum Place {
    CLIENT,
    TARGET
  }
}
