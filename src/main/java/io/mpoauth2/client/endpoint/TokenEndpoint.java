package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.transport.UrlConnectionTransport;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.operation.ClientLog;
import jakarta.json.stream.JsonParserFactory;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gets tokens from a token endpoint (RFC 6749, section 3.2) for the grant in the settings.
 * Thread-safe; keeps no token.
 */
public final class TokenEndpoint implements TokenSource {
  private final Supplier<ClientSettings> settings;
  private final ClientLog settingsLog;
  private final TokenRequestSender sender;

  /**
   * Makes a source of tokens; asks nothing yet.
   *
   * @param settings read again for each token request
   * @param json reads the answers
   * @param clock the wall clock
   * @param log where oddities of the server are told
   * @param settingsLog where oddities of the settings are told: one for all scope sets of a client
   * @param timer ends what takes too long; its tasks are short
   */
  public TokenEndpoint(
      Supplier<ClientSettings> settings,
      JsonParserFactory json,
      InstantSource clock,
      ClientLog log,
      ClientLog settingsLog,
      ScheduledExecutorService timer) {
    this(settings, json, clock, System::nanoTime, log, settingsLog, timer);
  }

  /** Makes one with a monotonic clock of its own, which tells when metadata are too old. */
  TokenEndpoint(
      Supplier<ClientSettings> settings,
      JsonParserFactory json,
      InstantSource clock,
      LongSupplier nanoClock,
      ClientLog log,
      ClientLog settingsLog,
      ScheduledExecutorService timer) {
    this.settings = settings;
    this.settingsLog = settingsLog;
    this.sender =
        new TokenRequestSender(
            new UrlConnectionTransport(timer)::send, json, clock, nanoClock, log);
  }

  @Override
  public Exchange prepare(@Nullable AccessToken refused) {
    ClientSettings current = settings.get();
    for (Notice notice : current.notices()) {
      settingsLog.tellOnceEach(notice.text(), notice.message(), notice::text);
    }
    return new TokenRequest(sender, current);
  }
}
