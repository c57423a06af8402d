package io.mpoauth2.client.testing;

import io.mpoauth2.client.testing.FakeApi.Answer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Issues {@code token-1}, {@code token-2} and so on, an hour each; counts what it was asked. */
public final class FakeAuthorizationServer implements AutoCloseable {
  private final AtomicInteger issued = new AtomicInteger();
  private final FakeApi server = new FakeApi().answersBy(request -> issue());

  public URI tokenEndpoint() {
    return server.uri().resolve("/oauth/connect/token");
  }

  /** The next token requests get these answers instead of a token. */
  public FakeAuthorizationServer answers(Answer... next) {
    server.answers(next);
    return this;
  }

  public List<FakeApi.Received> requests() {
    return server.requests();
  }

  @Override
  public void close() {
    server.close();
  }

  private Answer issue() {
    return new Answer(
        200,
        Map.of("Content-Type", List.of("application/json")),
        """
        {"access_token":"token-%d","expires_in":3600,"token_type":"Bearer"}"""
            .formatted(issued.incrementAndGet()));
  }
}
