package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.token.ClientLog;
import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.TokenUnavailableException;
import jakarta.json.stream.JsonParserFactory;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Gets tokens from a token endpoint with the client-credentials grant (RFC 6749, section 4.4).
 * Thread-safe; keeps no token.
 */
public final class TokenEndpoint implements TokenSource {
  private final Supplier<ClientSettings> settings;
  private final InstantSource clock;
  private final ClientLog log;
  private final Future<JsonParserFactory> json;

  /**
   * Makes a source of tokens; asks nothing yet.
   *
   * @param settings read again for each token request
   * @param json reads the answers
   * @param clock the wall clock
   * @param log where oddities of the server are told
   */
  public TokenEndpoint(
      Supplier<ClientSettings> settings,
      Future<JsonParserFactory> json,
      InstantSource clock,
      ClientLog log) {
    this.settings = settings;
    this.json = json;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public Exchange prepare() {
    ClientSettings current = settings.get();
    for (Map.Entry<String, String> notice : current.notices().entrySet()) {
      log.warnOnce(notice.getKey(), notice.getValue());
    }
    return new TokenRequest(this, current);
  }

  IssuedToken ask(ClientSettings current) throws InterruptedException {
    Instant sentAt = clock.instant();
    HttpAnswer answer;
    try {
      answer = TokenCall.answer(current);
    } catch (IOException e) {
      throw new TokenFailures(current).unreachable(e);
    }
    return new TokenAnswerReader(current, log, sentAt)
        .read(answer, AnswerJson.parse(json(), answer.body));
  }

  private JsonParserFactory json() throws InterruptedException {
    try {
      return json.get();
    } catch (ExecutionException e) {
      throw new TokenUnavailableException(
          log.about(
              "no JSON provider can be used, so no answer could be read ("
                  + Objects.requireNonNull(e.getCause()).getClass().getName()
                  + "); put a Jakarta JSON Processing implementation on the class path"),
          null);
    }
  }
}
