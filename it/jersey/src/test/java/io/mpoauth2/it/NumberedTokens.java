package io.mpoauth2.it;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Tokens without an authorization server: {@code token-1}, and the next one for each refusal. */
final class NumberedTokens implements TokenProvider {
  private final AtomicReference<AccessToken> current = new AtomicReference<>(numbered(1));

  @Override
  public AccessToken token() {
    return current.get();
  }

  @Override
  public AccessToken replace(AccessToken rejected) {
    int number = Integer.parseInt(rejected.value().substring("token-".length()));
    AccessToken next = numbered(number + 1);
    return current.updateAndGet(now -> now.value().equals(rejected.value()) ? next : now);
  }

  private static AccessToken numbered(int number) {
    return new AccessToken("token-" + number, "Bearer", Instant.MAX, Set.of());
  }
}
