package io.mpoauth2.client.config;

import io.mpoauth2.client.token.operation.LogMessage;
import io.mpoauth2.client.token.operation.Nearest;
import java.util.Arrays;
import java.util.Optional;

/** Properties of a client that mean nothing: mostly one that does, misspelt. */
final class UnknownNames {
  private final SettingsValues values;

  UnknownNames(SettingsValues values) {
    this.values = values;
  }

  /** Puts a notice beside each. */
  void tell() {
    for (String name : values.names()) {
      if (!isKnown(name) && (name.indexOf('.') < 0 || isLikeAFamily(name))) {
        values.idle(
            LogMessage.UNKNOWN_PROPERTY,
            "oauth2.client." + values.client() + '.' + name.replaceAll("[^\\x21-\\x7E]", "?"),
            "means nothing" + nearest(name).map(near -> "; did you mean " + near + "?").orElse(""));
      }
    }
  }

  /**
   * A dot where there should be a hyphen comes from an environment variable, whose name some
   * configurations list like that; any other name with dots may be a variable of another client.
   */
  private static boolean isKnown(String name) {
    String asProperty = name.replace('.', '-');
    return Arrays.stream(SettingsKey.values())
        .anyMatch(
            key ->
                key.isFamily()
                    ? name.startsWith(family(key)) && name.length() > family(key).length()
                    : key.property().equals(asProperty));
  }

  private static boolean isLikeAFamily(String name) {
    String first = name.substring(0, name.indexOf('.') + 1);
    return Arrays.stream(SettingsKey.values())
        .filter(SettingsKey::isFamily)
        .anyMatch(key -> Nearest.distance(first, family(key)) <= 2);
  }

  private static String family(SettingsKey key) {
    return key.property().substring(0, key.property().indexOf('<'));
  }

  private static Optional<String> nearest(String name) {
    return Nearest.to(
        name, Arrays.stream(SettingsKey.values()).map(SettingsKey::property).toList());
  }
}
