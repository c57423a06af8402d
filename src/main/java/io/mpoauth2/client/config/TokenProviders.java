package io.mpoauth2.client.config;

import io.mpoauth2.client.cache.CachedTokenProvider;
import io.mpoauth2.client.cache.DaemonThreads;
import io.mpoauth2.client.cache.RefreshPolicy;
import io.mpoauth2.client.endpoint.TokenEndpoint;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.TokenListener;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.TokenSource;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.watch.ClientWatch;
import io.mpoauth2.client.token.watch.Listeners;
import jakarta.json.stream.JsonParserFactory;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.Config;

/**
 * The token providers of one {@link Config}, made on first use and kept: one token per client name
 * and scope set. Thread-safe. In a CDI application there is one that nobody needs to see; without
 * CDI:
 *
 * <pre>{@code
 * try (TokenProviders providers = TokenProviders.from(ConfigProvider.getConfig())) {
 *   Client client = ClientBuilder.newClient().register(
 *       new BearerTokenFilter(providers.get("signicat"), providers.callSettings("signicat")));
 * }
 * }</pre>
 */
public final class TokenProviders implements AutoCloseable {
  private final Config config;
  private final Listeners listeners;
  private final JsonParserFactory json;
  private final RefreshPolicy policy =
      new RefreshPolicy(() -> ThreadLocalRandom.current().nextDouble());
  private final DaemonThreads threads = new DaemonThreads();
  private final KeptProviders kept = new KeptProviders();
  private final ClientLogs logs;

  private TokenProviders(Config config, JsonParserFactory json, Listeners listeners) {
    this.config = config;
    this.listeners = listeners;
    this.json = json;
    this.logs = new ClientLogs(config);
  }

  /**
   * Makes the providers of a configuration. Looks for a JSON provider with the calling thread's
   * context class loader; reads no setting and asks for no token yet.
   *
   * @param config where the settings come from
   * @return the providers, to be closed when they are no longer used
   * @throws IllegalStateException if there is no JSON provider; it names the artifact to add
   */
  public static TokenProviders from(Config config) {
    return from(config, List.of());
  }

  /**
   * Makes the providers of a configuration, of whose tokens others are told too.
   *
   * @param config where the settings come from
   * @param listeners who is told what happens, as long as these providers are open
   * @return the providers, to be closed when they are no longer used
   * @throws IllegalStateException if there is no JSON provider; it names the artifact to add
   */
  public static TokenProviders from(Config config, Collection<? extends TokenListener> listeners) {
    return new TokenProviders(config, JsonProvider.find(), Listeners.of(listeners));
  }

  /**
   * Gives the provider of a client with its configured scope. Its settings are read, and checked,
   * at its first token; but {@code enabled} and {@code access-token} now.
   *
   * @param client the client's name in configuration
   * @return the same provider each time, unless one of these two is set
   * @throws IllegalStateException after {@link #close()}
   */
  public TokenProvider get(String client) {
    return get(client, List.of());
  }

  /**
   * Gives the provider of a client with a scope of its own.
   *
   * @param client the client's name in configuration
   * @param scope scope tokens, each element split at spaces; empty for the configured scope
   * @return the same provider each time for the same set, unless {@code enabled} or {@code
   *     access-token} is set
   * @throws IllegalStateException after {@link #close()}, and where there are a thousand already
   */
  public TokenProvider get(String client, Collection<String> scope) {
    kept.throwIfClosed();
    ClientName name = new ClientName(client);
    if (!name.isOne()) {
      return name.providerThatFails();
    }
    TokenProvider local = LocalSettings.provider(config, logs.ofClient(client));
    if (local != null) {
      return local;
    }
    return kept.get(TokenKey.of(client, scope), this::make);
  }

  /**
   * Caches the tokens of a source of one's own as those of a token endpoint are: renewed ahead of
   * time, asked for by one request at a time, with a cooldown after a failure.
   *
   * @param name whose tokens they are, for messages
   * @param source where tokens come from
   * @return a new provider, which ends with these
   * @throws IllegalStateException after {@link #close()}, and where there are a thousand already
   */
  public TokenProvider caching(String name, TokenSource source) {
    return kept.add(
        () -> cached(source, new ClientWatch(new ClientLog(name), Set.of(), listeners)));
  }

  /**
   * Gives what decides whether and where the tokens of a client are sent, after a check of all its
   * settings: for the filter of a plain client.
   *
   * @param client the client's name in configuration
   * @return the settings as they are now
   * @throws InvalidSettingsException if there is a problem in the settings
   * @throws IllegalStateException after {@link #close()}
   */
  public CallSettings callSettings(String client) {
    return callSettings(client, List.of());
  }

  /**
   * Gives what decides whether and where the tokens of a client are sent, after a check of all its
   * settings.
   *
   * @param client the client's name in configuration
   * @param scope scope tokens, each element split at spaces; empty for the configured scope
   * @return the settings as they are now
   * @throws InvalidSettingsException if there is a problem in the settings
   * @throws IllegalStateException after {@link #close()}
   */
  public CallSettings callSettings(String client, Collection<String> scope) {
    kept.throwIfClosed();
    return new SettingsReader(config, TokenKey.of(client, scope)).callSettings();
  }

  /**
   * Gives what decides whether and where tokens are sent that a provider of one's own gives: what
   * is configured for a client, of which no token is asked for here, so nothing else is required.
   *
   * @param client the client's name in configuration
   * @return the settings as they are now
   * @throws InvalidSettingsException if there is a problem in them
   * @throws IllegalStateException after {@link #close()}
   */
  public CallSettings callSettingsAlone(String client) {
    kept.throwIfClosed();
    return new SettingsReader(config, TokenKey.of(client, List.of())).callSettingsAlone();
  }

  /**
   * Ends the token requests under way; who waits for one gets an {@link IllegalStateException}.
   * Providers that were given out ask for no more tokens, but still have the one they have. Closing
   * again has no effect.
   */
  @Override
  public void close() {
    kept.close();
    threads.close();
    listeners.close();
    ComparedRecords.forget();
  }

  private CachedTokenProvider make(TokenKey key) {
    ClientLog log = logs.ofScopeSet(key.client());
    SettingsReader settings = new SettingsReader(config, key);
    return cached(
        new TokenEndpoint(
            settings,
            json,
            InstantSource.system(),
            log,
            logs.ofClient(key.client()),
            threads.scheduler()),
        new ClientWatch(log, key.scope(), listeners));
  }

  private CachedTokenProvider cached(TokenSource source, ClientWatch watch) {
    CachedTokenProvider made =
        new CachedTokenProvider(
            source, policy, System::nanoTime, InstantSource.system(), threads.threads(), watch);
    watch.made(made);
    return made;
  }
}
