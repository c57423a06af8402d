package io.mpoauth2.client.redeployed;

import static java.util.stream.Collectors.toMap;

import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * An application's whole life: it does with the library whatever may leave something behind, and
 * ends while two of its token requests hang. A class loader of its own has it, and the library.
 */
public final class Application implements Function<Config, Map<String, String>> {

  /** Those whose tokens are asked for at once. */
  private static final List<String> CLIENTS =
      List.of(
          "behind-a-dripping-proxy",
          "behind-a-proxy-with-log-in",
          "dripping",
          "nobody",
          "over-tls",
          "refused",
          "resetting",
          "silent",
          "untrusted");

  /** Made by its server. */
  public Application() {}

  /** Gives what came of each client. */
  @Override
  public Map<String, String> apply(Config config) {
    Map<String, String> outcomes = new TreeMap<>();
    try (TokenProviders providers = TokenProviders.from(config)) {
      Map<String, CompletableFuture<String>> asked =
          CLIENTS.stream()
              .collect(toMap(client -> client, client -> outcome(providers.get(client))));
      TokenProvider tokens = providers.get("over-tls");
      AccessToken first = tokens.token();
      outcomes.put("replaced", tokens.replace(first).type());
      outcomes.put("call", call(providers, config.getValue("api", String.class)));
      outcomes.put("hanging refusal", call(providers, config.getValue("hanging", String.class)));
      asked.forEach((client, outcome) -> outcomes.put(client, outcome.join()));
      outcomes.put("unheard", isThere(providers.get("unheard")));
      outcomes.put("unheard-behind-a-proxy", isThere(providers.get("unheard-behind-a-proxy")));
    }
    return new HashMap<>(outcomes);
  }

  private static CompletableFuture<String> outcome(TokenProvider tokens) {
    return tokens
        .tokenAsync()
        .handle(
            (token, failure) ->
                failure == null ? token.type() : failure.getCause().getClass().getSimpleName())
        .toCompletableFuture();
  }

  /** Nobody waits for it: it is under way when the application ends. */
  private static String isThere(TokenProvider tokens) {
    return tokens.tokenAsync().toCompletableFuture().isDone() ? "there" : "under way";
  }

  private static String call(TokenProviders providers, String api) {
    Client client = ClientBuilder.newClient();
    try {
      BearerTokenFilter filter =
          new BearerTokenFilter(providers.get("of-the-api"), providers.callSettings("of-the-api"));
      WebTarget target = client.target(api).register(filter);
      return "" + target.request().get().getStatus();
    } finally {
      client.close();
    }
  }
}
