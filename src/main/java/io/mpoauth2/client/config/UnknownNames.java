package io.mpoauth2.client.config;

import io.mpoauth2.client.token.operation.LogMessage;
import io.mpoauth2.client.token.operation.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Properties of a client that mean nothing: mostly one that does, misspelt. */
final class UnknownNames {
  /** This many letters put in, taken out or changed are a slip of a finger. */
  private static final int CLOSE = 2;

  /** How the items of a list are named where each stands for itself, as in YAML. */
  private static final Pattern INDEX = Pattern.compile("(\\[\\d{1,9}]|\\.\\d{1,9})$");

  private final SettingsValues values;
  private final String prefix;
  private final String variablePrefix;

  UnknownNames(SettingsValues values) {
    this.values = values;
    this.prefix = "oauth2.client." + values.client() + '.';
    this.variablePrefix = variable(prefix);
  }

  /** Puts a notice beside each. */
  void tell() {
    Set<String> variables = values.namesBelow(variablePrefix);
    tellProperties(variables);
    tellVariables(variables);
  }

  private void tellProperties(Set<String> variables) {
    for (String name : values.names()) {
      if (!isKnown(name) && !isOfVariable(name, variables)) {
        values.idle(
            LogMessage.UNKNOWN_PROPERTY,
            prefix + shown(name),
            "means nothing" + nearest(name).map(near -> "; did you mean " + near + "?").orElse(""));
      }
    }
  }

  /**
   * Some configurations list an environment variable a second time, in lower case and with dots: it
   * may be another client's, and is told under its own name if at all.
   */
  private boolean isOfVariable(String name, Set<String> variables) {
    String variable = variable(name);
    return variables.contains(variable) || values.isSet(variablePrefix + variable);
  }

  /**
   * A variable that is like none may be another client's, whose name begins as this one's does, or
   * no setting at all.
   */
  private void tellVariables(Set<String> variables) {
    List<String> all =
        Arrays.stream(SettingsKey.values())
            .filter(key -> !key.isFamily())
            .map(key -> variable(key.property()))
            .toList();
    for (String name : variables) {
      if (all.stream().noneMatch(known -> isOrEndsWith(name, known))) {
        all.stream()
            .filter(known -> Nearest.distance(name, known) <= CLOSE)
            .findFirst()
            .ifPresent(
                near ->
                    values.idle(
                        LogMessage.UNKNOWN_PROPERTY,
                        variablePrefix + shown(name),
                        "means nothing; did you mean " + variablePrefix + near + "?"));
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

  private static boolean isKnown(String name) {
    String list = INDEX.matcher(name).replaceFirst("");
    return Arrays.stream(SettingsKey.values())
        .anyMatch(
            key ->
                key.isFamily()
                    ? name.startsWith(family(key)) && name.length() > family(key).length()
                    : key.property().equals(key.isList() ? list : name));
  }

  private static boolean isLikeAFamily(String name) {
    String first = name.substring(0, name.indexOf('.') + 1);
    return Arrays.stream(SettingsKey.values())
        .filter(SettingsKey::isFamily)
        .anyMatch(key -> Nearest.distance(first, family(key)) <= CLOSE);
  }

  private static String family(SettingsKey key) {
    return key.property().substring(0, key.property().indexOf('<'));
  }

  /** Behind the dot of a family stands what the user has named; any other is a hyphen's slip. */
  private static Optional<String> nearest(String name) {
    return Nearest.to(
        isLikeAFamily(name) ? name : name.replace('.', '-'),
        Arrays.stream(SettingsKey.values()).map(SettingsKey::property).toList());
  }
}
