package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.TokenUnavailableException;
import io.mpoauth2.client.token.operation.ClientLog;
import jakarta.json.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.LongSupplier;

/** A client that asks a token endpoint whenever it is told to, at noon. */
final class AskingClient {
  static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  private final TokenEndpoint endpoint;

  AskingClient(SampleSettings settings) {
    this(settings, System::nanoTime);
  }

  AskingClient(SampleSettings settings, LongSupplier nanoClock) {
    this.endpoint =
        new TokenEndpoint(
            settings::build,
            Json.createParserFactory(Map.of()),
            InstantSource.fixed(NOON),
            nanoClock,
            new ClientLog("signicat"),
            new ClientLog("signicat"),
            CallTimer.ofItsOwn());
  }

  IssuedToken asks() throws InterruptedException {
    TokenSource.Exchange exchange = endpoint.prepare(null);
    return exchange.send(exchange.timeout());
  }

  TokenRefusedException isRefused() {
    return fails(TokenRefusedException.class);
  }

  TokenUnavailableException findsNoToken() {
    return fails(TokenUnavailableException.class);
  }

  private <E extends TokenException> E fails(Class<E> type) {
    return catchThrowableOfType(type, this::asks);
  }
}
