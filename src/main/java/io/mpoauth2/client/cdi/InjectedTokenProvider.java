package io.mpoauth2.client.cdi;

import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.operation.Brake;
import io.mpoauth2.client.token.operation.LocalTokens;
import io.mpoauth2.client.token.operation.OwnProvider;
import io.mpoauth2.client.token.watch.ClientWatch;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What is injected: tokens of one client and scope set, by their names. Without its provider it
 * travels with a bean of a passivating scope, and finds that of the application it comes to when it
 * is first used there. Thread-safe.
 */
public final class InjectedTokenProvider implements TokenProvider, ClientWatch.Owner, Serializable {
  private static final long serialVersionUID = 1L;

  private final String client;
  private final String[] scope;

  /** Not volatile: what is found may be found twice, and is safe to be read in a data race. */
  private transient @Nullable TokenProvider provider;

  /** Of the thread that brought it here, which is one of the application. */
  private transient @Nullable ClassLoader loader;

  InjectedTokenProvider(String client, List<String> scope, TokenProvider provider) {
    this.client = client;
    this.scope = scope.toArray(new String[0]);
    this.provider = provider;
  }

  @Override
  public AccessToken token() {
    return provider().token();
  }

  @Override
  public AccessToken replace(AccessToken rejected) {
    return provider().replace(rejected);
  }

  @Override
  public CompletionStage<AccessToken> tokenAsync() {
    return provider().tokenAsync();
  }

  @Override
  public CompletionStage<AccessToken> replaceAsync(AccessToken rejected) {
    return provider().replaceAsync(rejected);
  }

  @Override
  public ClientWatch watch() {
    return provider() instanceof ClientWatch.Owner owner
        ? owner.watch()
        : ClientWatch.unwatched(client);
  }

  @Override
  public @Nullable LocalTokens local() {
    return LocalTokens.of(provider());
  }

  @Override
  public @Nullable Brake brake(String value) {
    return provider() instanceof OwnProvider owner ? owner.brake(value) : null;
  }

  @Override
  public String toString() {
    return "TokenProvider[" + client + "]";
  }

  private TokenProvider provider() {
    TokenProvider known = provider;
    if (known == null) {
      known = find();
      provider = known;
    }
    return known;
  }

  private TokenProvider find() {
    TokenProviders providers = ofThisThreads();
    if (providers == null) {
      Thread thread = Thread.currentThread();
      ClassLoader own = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        providers = ofThisThreads();
      } finally {
        thread.setContextClassLoader(own);
      }
    }
    if (providers == null) {
      throw new IllegalStateException(
          "OAuth2 client '"
              + client
              + "': this TokenProvider was deserialized, and no application is to be seen on this"
              + " thread that could give it tokens; use it on a thread of the application first");
    }
    return providers.get(client, List.of(scope));
  }

  /** Gives those of the application that the calling thread belongs to; null if there is none. */
  private static @Nullable TokenProviders ofThisThreads() {
    try {
      Instance<TokenProviders> applications = CDI.current().select(TokenProviders.class);
      return applications.isResolvable() ? applications.get() : null;
    } catch (IllegalStateException | IllegalArgumentException | NullPointerException e) {
      // No container runs, or none for this thread; servers say so in different ways.
      return null;
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    loader = Thread.currentThread().getContextClassLoader();
  }
}
