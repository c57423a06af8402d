package io.mpoauth2.client.config;

import io.mpoauth2.client.token.operation.LogMessage;
import io.mpoauth2.client.token.operation.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Properties of a client that mean nothing: mostly one that does, misspelt. */
final class UnknownNames {
  /** This many letters put in, taken out or changed are a slip of a finger. */
  private static final int CLOSE = 2;

  private final SettingsValues values;

  UnknownNames(SettingsValues values) {
    this.values = values;
  }

  /** Puts a notice beside each. */
  void tell() {
    tellProperties();
    tellVariables();
  }

  private void tellProperties() {
    for (String name : values.names()) {
      if (!isKnown(name) && (name.indexOf('.') < 0 || isLikeAFamily(name))) {
        values.idle(
            LogMessage.UNKNOWN_PROPERTY,
            "oauth2.client." + values.client() + '.' + shown(name),
            "means nothing" + nearest(name).map(near -> "; did you mean " + near + "?").orElse(""));
      }
    }
  }

  /**
   * A variable that is like none may be another client's, whose name begins as this one's does, or
   * no setting at all.
   */
  private void tellVariables() {
    String prefix = variable("oauth2.client." + values.client() + '.');
    List<String> all =
        Arrays.stream(SettingsKey.values())
            .filter(key -> !key.isFamily())
            .map(key -> variable(key.property()))
            .toList();
    for (String name : values.namesBelow(prefix)) {
      if (all.stream().noneMatch(known -> isOrEndsWith(name, known))) {
        all.stream()
            .filter(known -> Nearest.distance(name, known) <= CLOSE)
            .findFirst()
            .ifPresent(
                near ->
                    values.idle(
                        LogMessage.UNKNOWN_PROPERTY,
                        prefix + shown(name),
                        "means nothing; did you mean " + prefix + near + "?"));
      }
    }
  }

  private static String shown(String name) {
    return name.replaceAll("[^\\x21-\\x7E]", "?");
  }

  private static boolean isOrEndsWith(String name, String known) {
    return name.equals(known) || name.endsWith('_' + known);
  }

  /** By the rule of MicroProfile Config for environment variables. */
  private static String variable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
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
