package io.mpoauth2.benchmarks.contender;

import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** This library as Java SE has it, with its defaults. */
public final class Ours implements Contender {
  private final TokenProviders providers;
  private final TokenProvider provider;

  public Ours(Terms terms) {
    String client = "oauth2.client.bench.";
    String timeout = terms.timeout().toString();
    providers =
        TokenProviders.from(
            new MapConfig(
                Map.of(
                    client + "token-endpoint",
                    terms.tokenEndpoint().toString(),
                    client + "client-id",
                    TokenPost.CLIENT_ID,
                    client + "client-secret",
                    TokenPost.CLIENT_SECRET,
                    client + "connect-timeout",
                    timeout,
                    client + "request-timeout",
                    timeout)));
    provider = providers.get("bench");
  }

  /** Gives what a filter is made with. */
  public TokenProvider provider() {
    return provider;
  }

  @Override
  public String token() {
    return provider.token().value();
  }

  @Override
  public String replace(String rejected) {
    // Tokens are compared by value, so the rest of the refused one does not matter.
    AccessToken refused = new AccessToken(rejected, "Bearer", Instant.EPOCH, Set.of());
    return provider.replace(refused).value();
  }

  @Override
  public void close() {
    providers.close();
  }
}
