package io.mpoauth2.client.config;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/** What a configuration has, as text: the one place that asks MicroProfile Config. */
record ConfiguredText(Config config) {
  /** One that has no default of its own and is not escaped. */
  private static final Pattern EXPRESSION = Pattern.compile("(?<!\\\\)\\$\\{([^:}$]+)\\}");

  /** A property of somebody's, and nothing else. */
  private static final Pattern SIMPLE = Pattern.compile("\\$\\{[\\w.-]{1,100}\\}");

  /** Gives a property's value; empty if it has none. */
  String value(String name) {
    return config.getOptionalValue(name, String.class).orElse("");
  }

  /** Gives the items of a list, where a backslash before a comma makes it part of one. */
  List<String> items(String name) {
    return config.getOptionalValues(name, String.class).orElse(List.of());
  }

  /** Says whether something stands there, though perhaps no value comes of it. */
  boolean isSet(String name) {
    return !raw(name).isBlank();
  }

  /** Says whether a property is set and has an expression in it that nobody gives a value to. */
  boolean isUnexpanded(String name, String value) {
    return value.isBlank() ? isSet(name) : isExpandedInPart(name, value);
  }

  /** Gives such an expression as it stands, unless more stands there, which may be secret. */
  String unexpanded(String name) {
    String raw = raw(name).strip();
    return SIMPLE.matcher(raw).matches() ? raw : "an expression in it";
  }

  /** Some runtimes leave out an expression without a value, and give the rest. */
  private boolean isExpandedInPart(String name, String value) {
    String raw = raw(name);
    return !raw.equals(value)
        && EXPRESSION
            .matcher(raw)
            .results()
            .anyMatch(inner -> config.getOptionalValue(inner.group(1), String.class).isEmpty());
  }

  private String raw(String name) {
    ConfigValue value = config.getConfigValue(name);
    String raw = value == null ? null : value.getRawValue();
    return raw == null ? "" : raw;
  }

  /** Gives what stands behind a prefix, from those sources that list their names. */
  Set<String> namesBelow(String prefix) {
    Set<String> found = new TreeSet<>();
    for (String name : config.getPropertyNames()) {
      if (name.startsWith(prefix) && name.length() > prefix.length()) {
        found.add(name.substring(prefix.length()));
      }
    }
    return found;
  }
}
