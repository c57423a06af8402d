package io.mpoauth2.benchmarks.contender;

import org.eclipse.microprofile.config.ConfigValue;

/** A text of a {@link MapConfig}; its value is null where there is none. */
record MapConfigValue(String name, String text) implements ConfigValue {
  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getValue() {
    return text;
  }

  @Override
  public String getRawValue() {
    return text;
  }

  @Override
  public String getSourceName() {
    return "map";
  }

  @Override
  public int getSourceOrdinal() {
    return 0;
  }
}
