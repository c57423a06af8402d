package io.mpoauth2.client.config;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.LocalTokens;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gives the configured token; there is no other one. */
record FixedToken(AccessToken token, ClientLog log) implements TokenProvider, LocalTokens {
  @Override
  public AccessToken token() {
    tell();
    return token;
  }

  @Override
  public AccessToken replace(AccessToken rejected) {
    return token();
  }

  @Override
  public CompletionStage<AccessToken> tokenAsync() {
    return CompletableFuture.completedStage(token());
  }

  @Override
  public CompletionStage<AccessToken> replaceAsync(AccessToken rejected) {
    return CompletableFuture.completedStage(token());
  }

  @Override
  public boolean givesTokens() {
    return true;
  }

  @Override
  public String notice() {
    return "has a fixed token by "
        + log.property(SettingsKey.ACCESS_TOKEN.property())
        + ", which is for tests and local work: none is asked for, and none is replaced";
  }
}
