package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.jaxrs.runtime.KnownRuntimes;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.operation.Brake;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.LibraryThreads;
import io.mpoauth2.client.token.operation.LocalTokens;
import io.mpoauth2.client.token.operation.OwnProvider;
import io.mpoauth2.client.token.watch.ClientWatch;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What a {@link BearerTokenFilter} needs to know about the REST client it works for. */
final class ClientBinding {
  final ClientTokens tokens;
  final CallSettings settings;
  final ClientWatch watch;
  final ClientLog log;
  final Destinations destinations;
  final KnownRuntimes runtimes;

  /** The header of the token in use: putting it together is dearer than all the rest. */
  private volatile @Nullable Header header;

  /** Whether there is but one token, for tests and local work. */
  final boolean isFixed;

  ClientBinding(TokenProvider provider, CallSettings settings, Advice advice) {
    Executor threads = LibraryThreads.named("answer").unbounded();
    this.tokens = new ClientTokens(provider, threads);
    this.settings = settings;
    this.watch = ClientWatch.of(provider);
    this.log = advice.log();
    this.isFixed = LocalTokens.of(provider) != null;
    this.destinations = new Destinations(settings, advice);
    this.runtimes = new KnownRuntimes(log, threads);
  }

  /** Says why a token that was refused is not replaced now; null if nobody knows of a reason. */
  @Nullable Brake brake(AccessToken token) {
    return tokens.provider() instanceof OwnProvider owner ? owner.brake(token.value()) : null;
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
