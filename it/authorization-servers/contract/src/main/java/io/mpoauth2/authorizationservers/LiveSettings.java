package io.mpoauth2.authorizationservers;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Settings that a test changes while the application runs, as an administrator does. */
record LiveSettings(Map<String, String> values) implements ConfigSource {

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
    return "application";
  }
}
