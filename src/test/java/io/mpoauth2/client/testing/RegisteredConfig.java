package io.mpoauth2.client.testing;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** The MicroProfile Config of the test's class loader, with values that can be changed. */
public final class RegisteredConfig implements AutoCloseable {
  private final Map<String, String> values = new ConcurrentHashMap<>();
  private final Config config =
      new SmallRyeConfigBuilder()
          .addDiscoveredConverters()
          .withSources(new LiveSource(values))
          .build();

  public RegisteredConfig() {
    ConfigProviderResolver.instance()
        .registerConfig(config, Thread.currentThread().getContextClassLoader());
  }

  public RegisteredConfig set(String name, String value) {
    values.put(name, value);
    return this;
  }

  public Config config() {
    return config;
  }

  @Override
  public void close() {
    ConfigProviderResolver.instance().releaseConfig(config);
  }
}
