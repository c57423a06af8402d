package io.mpoauth2.client.config;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The name of a client in configuration, which is checked before anything is kept for it. */
record ClientName(String name) {

  /** Says whether a client can have it. */
  boolean isOne() {
    return name.matches("[A-Za-z0-9_-]+");
  }

  /** Gives what is wrong with one that no client can have. */
  String problem() {
    return "the client's name may have only A-Z a-z 0-9 _ - : \""
        + name
        + '"'
        + (name.contains("${")
            ? "; nothing gives a value to an expression in an annotation, but"
                + " <configKey or interface>/mp-rest/oauth2-client can name the client"
            : "");
  }

  /** Gives a provider that fails at the first token, as one with any other bad setting does. */
  TokenProvider providerThatFails() {
    return new Failing(this);
  }

  private InvalidSettingsException exception() {
    return new InvalidSettingsException(name, List.of(problem().replaceAll("\\p{Cntrl}+", " ")));
  }

  private record Failing(ClientName name) implements TokenProvider {
    @Override
    public AccessToken token() {
      throw name.exception();
    }

    @Override
    public AccessToken replace(AccessToken rejected) {
      throw name.exception();
    }

    @Override
    public CompletionStage<AccessToken> tokenAsync() {
      return CompletableFuture.failedStage(name.exception());
    }

    @Override
    public CompletionStage<AccessToken> replaceAsync(AccessToken rejected) {
      return CompletableFuture.failedStage(name.exception());
    }
  }
}
