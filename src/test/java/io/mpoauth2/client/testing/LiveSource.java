package io.mpoauth2.client.testing;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** A source of configuration whose values may change while it is read. */
record LiveSource(Map<String, String> values, AtomicInteger reads) implements ConfigSource {
  @Override
  public Set<String> getPropertyNames() {
    return values.keySet();
  }

  @Override
  public @Nullable String getValue(String name) {
    reads.incrementAndGet();
    return values.get(name);
  }

  @Override
  public String getName() {
    return "test";
  }
}
