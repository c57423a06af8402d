package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.token.ClientLog;
import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenSource;
import jakarta.json.stream.JsonParserFactory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Gets tokens from a token endpoint with the client-credentials grant (RFC 6749, section 4.4).
 * Thread-safe; keeps no token.
 */
public final class TokenEndpoint implements TokenSource {
  private final Supplier<ClientSettings> settings;
  private final TokenTransport transport;
  private final JsonParserFactory json;
  private final InstantSource clock;
  private final ClientLog log;

  /**
   * Makes a source of tokens; asks nothing yet.
   *
   * @param settings read again for each token request
   * @param transport posts the requests
   * @param json reads the answers; found when the application starts, because a thread that asks
   *     for a token may have a class loader that finds no JSON provider
   * @param clock the wall clock
   * @param log where oddities of the server are told
   */
  public TokenEndpoint(
      Supplier<ClientSettings> settings,
      TokenTransport transport,
      JsonParserFactory json,
      InstantSource clock,
      ClientLog log) {
    this.settings = settings;
    this.transport = transport;
    this.json = json;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public Exchange prepare() {
    ClientSettings current = settings.get();
    current.notices().forEach((topic, notice) -> log.warnOnce(topic, () -> notice));
    return new ClientCredentialsExchange(this, current);
  }

  /** Equal to another one if the settings are. */
  private record ClientCredentialsExchange(TokenEndpoint endpoint, ClientSettings settings)
      implements Exchange {

    @Override
    public IssuedToken send() throws InterruptedException {
      Instant sentAt = endpoint.clock.instant();
      TokenAnswer answer;
      try {
        answer = endpoint.transport.post(TokenRequest.of(settings));
      } catch (IOException e) {
        throw new TokenFailures(settings).unreachable(e);
      }
      return new TokenAnswerReader(settings, endpoint.json, endpoint.log, sentAt).read(answer);
    }

    @Override
    public Duration timeout() {
      return settings.requestTimeout();
    }
  }
}
