package io.mpoauth2.client.testing;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** The MicroProfile Config of the test's class loader, with values that can be changed. */
public final class RegisteredConfig implements AutoCloseable {
  private final Map<String, String> values = new ConcurrentHashMap<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final Config config =
      new SmallRyeConfigBuilder()
          .addDiscoveredConverters()
          .addDefaultInterceptors()
          .withSources(new LiveSource(values, reads))
          .build();

  public RegisteredConfig() {
    ConfigProviderResolver.instance()
        .registerConfig(config, Thread.currentThread().getContextClassLoader());
  }

  public RegisteredConfig set(String name, String value) {
    values.put(name, value);
    return this;
  }

  public RegisteredConfig remove(String name) {
    values.remove(name);
    return this;
  }

  /** Gives how often a value was asked for. */
  public int reads() {
    return reads.get();
  }

  public Config config() {
    return config;
  }

  @Override
  public void close() {
    ConfigProviderResolver.instance().releaseConfig(config);
  }
}
