package io.mpoauth2.client.config;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.LocalTokens;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Of a client that is switched off: requests go without a token, and who asks for one fails. */
record SwitchedOff(ClientLog log) implements TokenProvider, LocalTokens {
  @Override
  public AccessToken token() {
    throw exception();
  }

  @Override
  public AccessToken replace(AccessToken rejected) {
    throw exception();
  }

  @Override
  public CompletionStage<AccessToken> tokenAsync() {
    return CompletableFuture.failedStage(exception());
  }

  @Override
  public CompletionStage<AccessToken> replaceAsync(AccessToken rejected) {
    return CompletableFuture.failedStage(exception());
  }

  @Override
  public boolean givesTokens() {
    return false;
  }

  @Override
  public String notice() {
    return "is switched off by "
        + property()
        + "=false, which is for tests and local work: requests go without a token";
  }

  private IllegalStateException exception() {
    tell();
    return new IllegalStateException(
        log.about("there is no token, because " + property() + " is false"));
  }

  private String property() {
    return log.property(SettingsKey.ENABLED.property());
  }
}
