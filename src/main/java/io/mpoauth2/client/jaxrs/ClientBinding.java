package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.jaxrs.runtime.KnownRuntimes;
import io.mpoauth2.client.jaxrs.runtime.Registration;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.ClientLog;
import io.mpoauth2.client.token.LibraryThreads;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.ws.rs.core.Configurable;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link BearerTokenFilter} needs to know about the REST client it works for. It stands in
 * the REST client's configuration under {@link #PROPERTY}, so that every filter finds it, however
 * it was registered and whoever made it.
 */
public final class ClientBinding {
  /** The name of the configuration property. */
  public static final String PROPERTY = "io.mpoauth2.client.binding";

  /** The property's value for an interface that wants no tokens, though a filter is there. */
  public static final Object NONE = "none";

  final ClientTokens tokens;
  final CallSettings settings;
  final ClientLog log;
  final Destinations destinations;
  final KnownRuntimes runtimes;

  /** The header of the token in use: putting it together is dearer than all the rest. */
  private volatile @Nullable Header header;

  /**
   * Makes a binding.
   *
   * @param provider the tokens
   * @param settings whether and where they are sent
   * @param log where it is told what no caller is told
   */
  public ClientBinding(TokenProvider provider, CallSettings settings, ClientLog log) {
    Executor threads = LibraryThreads.named("answer").unbounded();
    this.tokens = new ClientTokens(provider, threads);
    this.settings = settings;
    this.log = log;
    this.destinations = new Destinations(settings, log);
    this.runtimes = new KnownRuntimes(log, threads);
  }

  /**
   * Registers a filter with a client that has a binding, in the way that costs least there.
   *
   * @param client the client, its builder for example
   * @return the filter
   */
  public static BearerTokenFilter registerFilter(Configurable<?> client) {
    BearerTokenFilter filter = new BearerTokenFilter();
    Registration.of(client, filter, BearerTokenFilter.PRIORITY);
    return filter;
  }

  /** Gives the header that carries a token (RFC 6750, section 2.1). */
  @SuppressWarnings("ReferenceEquality") // Being the same one is cheaper than being equal.
  String authorization(AccessToken token) {
    Header known = header;
    if (known == null || known.token != token) {
      known = new Header(token, token.type() + ' ' + token.value());
      header = known;
    }
    return known.value;
  }

  private record Header(AccessToken token, String value) {}
}
