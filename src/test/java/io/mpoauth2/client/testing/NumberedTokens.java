package io.mpoauth2.client.testing;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives {@code token-1} until it is refused, then {@code token-2}, and so on. */
public final class NumberedTokens implements TokenProvider {
  private int number = 1;
  private @Nullable RuntimeException failure;
  private @Nullable RuntimeException replaceFailure;
  private boolean exhausted;

  @Override
  public synchronized AccessToken token() {
    if (failure != null) {
      throw failure;
    }
    return new AccessToken("token-" + number, "Bearer", Instant.EPOCH, Set.of("document_read"));
  }

  @Override
  public synchronized AccessToken replace(AccessToken rejected) {
    if (replaceFailure != null) {
      throw replaceFailure;
    }
    if (rejected.value().equals(token().value()) && !exhausted) {
      number++;
    }
    return token();
  }

  /** From now on no token can be had. */
  public synchronized NumberedTokens fails(RuntimeException e) {
    failure = e;
    return this;
  }

  /** From now on there is a token, but no other one. */
  public synchronized NumberedTokens cannotReplace(RuntimeException e) {
    replaceFailure = e;
    return this;
  }

  /** From now on a refused token comes back. */
  public synchronized NumberedTokens exhausted() {
    exhausted = true;
    return this;
  }

  /** Gives how many tokens there were. */
  public synchronized int issued() {
    return number;
  }
}
