package io.mpoauth2.sandbox.junit;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** System properties, which MicroProfile Config reads, for as long as some tests run. */
final class SystemSettings {
  private final Map<String, @Nullable String> before = new HashMap<>();

  private SystemSettings() {}

  static SystemSettings set(Map<String, String> settings) {
    SystemSettings set = new SystemSettings();
    settings.forEach((name, value) -> set.before.put(name, System.setProperty(name, value)));
    return set;
  }

  void restore() {
    before.forEach(
        (name, value) -> {
          if (value == null) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }
}
