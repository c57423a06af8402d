package io.mpoauth2.client.testing;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of one client in a real {@link Config}, which a test may change while it is read.
 */
public final class MapConfig {
  private final String prefix;
  private final Map<String, String> values = new ConcurrentHashMap<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final Config config =
      new SmallRyeConfigBuilder()
          .addDefaultInterceptors()
          .withSources(new LiveSource(values, reads))
          .build();

  private MapConfig(String client) {
    this.prefix = "oauth2.client." + client + ".";
  }

  /** A client without any setting. */
  public static MapConfig empty(String client) {
    return new MapConfig(client);
  }

  /** A client whose settings are complete; all but the required ones have their defaults. */
  public static MapConfig complete(String client) {
    return empty(client)
        .with("token-endpoint", "https://login.example/token")
        .with("client-id", "clientId")
        .with("client-secret", "clientSecret");
  }

  public MapConfig with(String property, String value) {
    values.put(prefix + property, value);
    return this;
  }

  /** Sets something by its whole name, such as an environment variable. */
  public MapConfig withName(String name, String value) {
    values.put(name, value);
    return this;
  }

  public MapConfig without(String property) {
    values.remove(prefix + property);
    return this;
  }

  /** Gives how often a value was asked for. */
  public int reads() {
    return reads.get();
  }

  public Config config() {
    return config;
  }
}
