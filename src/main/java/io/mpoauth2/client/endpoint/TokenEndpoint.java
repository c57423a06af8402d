package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.token.ClientLog;
import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenSource;
import jakarta.json.Json;
import jakarta.json.stream.JsonParserFactory;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gets tokens from a token endpoint with the client-credentials grant (RFC 6749, section 4.4).
 * Thread-safe; keeps no token.
 */
public final class TokenEndpoint implements TokenSource, Callable<JsonParserFactory> {
  private final Supplier<ClientSettings> settings;
  private final InstantSource clock;
  private final ClientLog log;
  private final @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();
  private final FutureTask<JsonParserFactory> json = new FutureTask<>(this);

  /**
   * Makes a source of tokens; asks nothing yet. A JSON provider is looked for with the calling
   * thread's context class loader, but not before the first token is wanted.
   *
   * @param settings read again for each token request
   * @param clock the wall clock
   * @param log where oddities of the server are told
   */
  public TokenEndpoint(Supplier<ClientSettings> settings, InstantSource clock, ClientLog log) {
    this.settings = settings;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public Exchange prepare() {
    if (!json.isDone()) {
      // Takes as long as a token request, so it is done while settings are read and the request is
      // under way; and on a thread for its class loader: that of who asks for a token may find
      // none.
      TokenCall.start("mp-oauth2-client-json", json, loader);
    }
    ClientSettings current = settings.get();
    for (Map.Entry<String, String> notice : current.notices().entrySet()) {
      log.warnOnce(notice.getKey(), notice.getValue());
    }
    return new TokenRequest(this, current);
  }

  @Override
  public boolean allowsHttp() {
    return settings.get().allowHttp();
  }

  IssuedToken ask(ClientSettings current) throws InterruptedException {
    Instant sentAt = clock.instant();
    HttpAnswer answer;
    try (TokenCall call = new TokenCall(current)) {
      answer = call.within(current.requestTimeout());
    } catch (IOException e) {
      throw new TokenFailures(current).unreachable(e);
    }
    return new TokenAnswerReader(current, json(), log, sentAt).read(answer);
  }

  @Override
  public JsonParserFactory call() {
    return Json.createParserFactory(Map.of());
  }

  private JsonParserFactory json() throws InterruptedException {
    try {
      return json.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("there is no JSON provider: " + e.getCause(), e);
    }
  }
}
