package io.mpoauth2.benchmarks.contender;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientConfigBuilder;
import io.quarkus.oidc.client.runtime.OidcClientRecorder;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.quarkus.oidc.common.runtime.OidcTlsSupport;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/**
 * Quarkus' OIDC client and the cache of its filters, which wait as long as it takes. Its recorder
 * is extended for a method that only subclasses see.
 */
final class QuarkusOidcClient extends OidcClientRecorder implements Contender {
  private final Vertx vertx = Vertx.vertx();
  private final TokensHelper tokens = new TokensHelper();
  private final OidcClient client;

  QuarkusOidcClient(Terms terms) {
    var config =
        new OidcClientConfigBuilder()
            .id("bench")
            .discoveryEnabled(false)
            .tokenPath(terms.tokenEndpoint().toString())
            .clientId(TokenPost.CLIENT_ID)
            .credentials(TokenPost.CLIENT_SECRET)
            .connectionTimeout(terms.timeout())
            .refreshTokenTimeSkew(wholeSeconds(terms.expiryMargin()))
            .build();
    client =
        createOidcClientUni(config, "bench", vertx, OidcTlsSupport.empty()).await().indefinitely();
  }

  @Override
  public String token() {
    return tokens.getTokens(client).await().indefinitely().getAccessToken();
  }

  /** As its filter's refresh-on-unauthorized: it does not look which token was refused. */
  @Override
  public String replace(String rejected) {
    return tokens.getTokens(client, Map.of(), true).await().indefinitely().getAccessToken();
  }

  /** It cuts off what is less, and would have no margin then. */
  private static Duration wholeSeconds(Duration margin) {
    return Duration.ofSeconds(Math.max(1, margin.toSeconds()));
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      vertx.close();
    }
  }
}
