package io.mpoauth2.client.restclient;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.OwnProvider;
import java.util.concurrent.CompletionStage;

/** The tokens of a bean that the application has in our provider's place, with the client's log. */
record ReplacedTokens(TokenProvider bean, ClientLog log) implements TokenProvider, OwnProvider {
  @Override
  public AccessToken token() {
    return bean.token();
  }

  @Override
  public AccessToken replace(AccessToken rejected) {
    return bean.replace(rejected);
  }

  @Override
  public CompletionStage<AccessToken> tokenAsync() {
    return bean.tokenAsync();
  }

  @Override
  public CompletionStage<AccessToken> replaceAsync(AccessToken rejected) {
    return bean.replaceAsync(rejected);
  }
}
