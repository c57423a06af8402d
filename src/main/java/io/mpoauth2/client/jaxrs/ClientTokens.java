package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one REST client, which are replaced behind its callers' backs where nothing is sent
 * again.
 */
final class ClientTokens implements TokenProvider {
  private final TokenProvider provider;
  private final Executor threads;

  /** The replacement under way where nothing is sent again; null in ordinary times. */
  private final AtomicReference<@Nullable Replacement> underWay = new AtomicReference<>();

  ClientTokens(TokenProvider provider, Executor threads) {
    this.provider = provider;
    this.threads = threads;
  }

  /** Gives where they come from. */
  TokenProvider provider() {
    return provider;
  }

  /** Gives the token; if it is being replaced, after a moment the new one. */
  @Override
  public AccessToken token() {
    AccessToken token = provider.token();
    Replacement replacement = underWay.get();
    if (replacement == null || !replacement.isOf(token)) {
      return token;
    }
    if (replacement.isThereWhileYoung()) {
      underWay.compareAndSet(replacement, null);
    }
    return provider.token();
  }

  @Override
  public AccessToken replace(AccessToken rejected) {
    return provider.replace(rejected);
  }

  @Override
  public CompletionStage<AccessToken> tokenAsync() {
    return provider.tokenAsync();
  }

  @Override
  public CompletionStage<AccessToken> replaceAsync(AccessToken rejected) {
    return provider.replaceAsync(rejected);
  }

  /**
   * Has a refused token replaced, and waits a moment for it; unless it is being replaced already:
   * then nobody need wait, who may be on a thread that answers come in by, and may be one of many.
   *
   * @return the replacement that was started; null if none was
   */
  @Nullable Replacement replaceSoon(AccessToken refused) {
    Replacement mine = replaceLater(refused);
    if (mine != null && mine.isThereSoon()) {
      underWay.compareAndSet(mine, null);
    }
    return mine;
  }

  /**
   * Has a refused token replaced, unless that is being done, and does not wait.
   *
   * @return the replacement that was started; null if none was
   */
  @Nullable Replacement replaceLater(AccessToken refused) {
    Replacement mine = new Replacement(refused);
    Replacement before = underWay.get();
    if ((before != null && !before.isThere()) || !underWay.compareAndSet(before, mine)) {
      return null;
    }
    mine.start(provider, threads);
    return mine;
  }
}
