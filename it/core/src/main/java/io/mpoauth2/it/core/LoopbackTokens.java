package io.mpoauth2.it.core;

import com.sun.net.httpserver.HttpExchange;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.token.TokenProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** A token endpoint that can be held, and a provider that asks it. The last token alone is good. */
final class LoopbackTokens implements AutoCloseable {
  private static final String CLIENT = "mine";
  private static final String PREFIX = "oauth2.client." + CLIENT + '.';

  private final AtomicInteger issued = new AtomicInteger();
  private final TokenProviders providers;
  private volatile String good = "none";
  private volatile CountDownLatch held = new CountDownLatch(0);

  LoopbackTokens(URI endpoint) {
    ConfigSource settings =
        new Settings(
            Map.of(
                PREFIX + "token-endpoint", endpoint.toString(),
                PREFIX + "client-id", "me",
                PREFIX + "client-secret", "secret"));
    providers =
        TokenProviders.from(
            ConfigProviderResolver.instance().getBuilder().withSources(settings).build());
  }

  TokenProvider provider() {
    return providers.get(CLIENT);
  }

  String good() {
    return good;
  }

  void revoke() {
    good = "none";
  }

  /** The token that was revoked is good again. */
  void acceptAgain() {
    good = "token-" + issued.get();
  }

  void hold() {
    held = new CountDownLatch(1);
  }

  void release() {
    held.countDown();
  }

  void issue(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    try {
      held.await();
    } catch (InterruptedException e) {
      exchange.close();
      return;
    }
    good = "token-" + issued.incrementAndGet();
    String answer =
        "{\"access_token\":\"" + good + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    LoopbackApi.send(exchange, 200, answer.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    release();
    providers.close();
  }

  private record Settings(Map<String, String> values) implements ConfigSource {
    @Override
    public Set<String> getPropertyNames() {
      return values.keySet();
    }

    @Override
    public String getValue(String name) {
      return values.get(name);
    }

    @Override
    public String getName() {
      return "loopback";
    }
  }
}
