package io.mpoauth2.client.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Properties of a client that mean nothing: mostly one that does, misspelt. */
final class UnknownNames {
  /** Of a name's length: more different letters than this, and another one was meant. */
  private static final double LIKE = 0.4;

  private final SettingsValues values;

  UnknownNames(SettingsValues values) {
    this.values = values;
  }

  /** Puts a notice beside each. */
  void tell() {
    for (String name : values.names()) {
      if (!isKnown(name) && (name.indexOf('.') < 0 || isLikeAFamily(name))) {
        values.notice(
            "unknown property " + name,
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
        .anyMatch(key -> distance(first, family(key)) <= 2);
  }

  private static String family(SettingsKey key) {
    return key.property().substring(0, key.property().indexOf('<'));
  }

  private static Optional<String> nearest(String name) {
    String plain = plain(name);
    List<String> known = Arrays.stream(SettingsKey.values()).map(SettingsKey::property).toList();
    return known.stream()
        .min(Comparator.comparingInt(property -> distance(plain, plain(property))))
        .filter(property -> distance(plain, plain(property)) <= LIKE * plain.length());
  }

  /** What is the same to the eye: case, hyphens, and what stands behind a family's dot. */
  private static String plain(String name) {
    return name.replaceFirst("\\..*", "").replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }

  /** How many letters must be put in, taken out or changed (Levenshtein). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
