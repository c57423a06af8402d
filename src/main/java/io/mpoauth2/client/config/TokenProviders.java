package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.TokenEndpoint;
import io.mpoauth2.client.token.CachedTokenProvider;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.ClientLog;
import io.mpoauth2.client.token.RefreshPolicy;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.TokenSource;
import jakarta.json.stream.JsonParserFactory;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

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
  private final FutureTask<JsonParserFactory> json;
  private final RefreshPolicy policy;
  private final Environment environment;
  private final Map<Map.Entry<String, Set<String>>, TokenProvider> providers =
      new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  private TokenProviders(Config config, @Nullable Executor threads) {
    this.config = config;
    this.environment = new Environment(threads);
    this.json = new FutureTask<>(environment);
    // With the class loader of who makes the providers: a thread that asks for a token may have one
    // that finds no JSON provider.
    Thread finder = new Thread(null, json, "mp-oauth2-client-json", 0, false);
    finder.setDaemon(true);
    finder.start();
    this.policy = new RefreshPolicy(environment);
  }

  /**
   * Makes the providers of a configuration. Looks for a JSON provider with the calling thread's
   * context class loader; reads no setting and asks for no token yet.
   *
   * @param config where the settings come from
   * @return the providers, to be closed when they are no longer used
   */
  public static TokenProviders from(Config config) {
    return from(config, null);
  }

  /**
   * Makes the providers of a configuration, with threads of somebody else for renewals. Reads no
   * setting and asks for no token yet.
   *
   * @param config where the settings come from
   * @param threads a server's managed executor, say; where it takes no work, and where there is
   *     none, renewals run on daemon threads of their own
   * @return the providers, to be closed when they are no longer used; the executor stays open
   */
  public static TokenProviders from(Config config, @Nullable Executor threads) {
    return new TokenProviders(config, threads);
  }

  /**
   * Gives the provider of a client with its configured scope. Its settings are read, and checked,
   * at its first token.
   *
   * @param client the client's name in configuration
   * @return the same provider each time
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
   * @return the same provider each time for the same set; for the set that is configured now, the
   *     one of {@link #get(String)}
   * @throws IllegalStateException after {@link #close()}
   */
  public TokenProvider get(String client, Collection<String> scope) {
    SettingsReader.throwIf(closed);
    Set<String> own = ownScope(client, scope);
    Map.Entry<String, Set<String>> key = Map.entry(client, own);
    TokenProvider known = providers.get(key);
    if (known == null) {
      TokenProvider made = make(client, own);
      TokenProvider others = providers.putIfAbsent(key, made);
      known = others == null ? made : others;
    }
    return known;
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
    SettingsReader.throwIf(closed);
    return new SettingsReader(config, client, split(scope), closed).call();
  }

  /**
   * Ends renewals; providers that were given out ask for no more tokens, but still have the one
   * they have. Closing again has no effect.
   */
  @Override
  public void close() {
    closed.set(true);
    environment.close();
    providers.clear();
  }

  private TokenProvider make(String client, Set<String> scope) {
    SettingsReader settings = new SettingsReader(config, client, scope, closed);
    ClientLog log = new ClientLog(client);
    InstantSource clock = InstantSource.system();
    TokenSource source = new TokenEndpoint(settings, json, clock, log);
    return new CachedTokenProvider(source, policy, environment, clock, environment, log);
  }

  /** The configured scope by another way is the same scope set, and has the same token. */
  private Set<String> ownScope(String client, Collection<String> scope) {
    Set<String> own = split(scope);
    if (own.isEmpty()) {
      return own;
    }
    String configured =
        config.getOptionalValue(SettingsKey.SCOPE.of(client), String.class).orElse("");
    return own.equals(split(List.of(configured))) ? Set.of() : own;
  }

  private static Set<String> split(Collection<String> scope) {
    Set<String> split = new LinkedHashSet<>();
    for (String element : scope) {
      split.addAll(Arrays.asList(element.strip().split("\\s+")));
    }
    split.remove("");
    return split;
  }
}
