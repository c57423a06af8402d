package io.mpoauth2.client.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * The configured values of one client, each turned into its type. A value that cannot be becomes a
 * problem in the list, and a stand-in is given, so that the reading goes on and finds the others.
 */
final class SettingsValues {
  /** Longer than any wait or margin that makes sense; keeps all arithmetic in range. */
  private static final Duration LONGEST = Duration.ofDays(3650);

  private static final long LARGEST_BUFFER = 1L << 30;

  private final Config config;
  private final String client;
  private final List<String> problems;

  SettingsValues(Config config, String client, List<String> problems) {
    this.config = config;
    this.client = client;
    this.problems = problems;
  }

  String name(SettingsKey key) {
    return key.of(client);
  }

  void problem(SettingsKey key, String what) {
    problem(name(key), what);
  }

  void problem(String name, String what) {
    problems.add(name + " " + what);
  }

  /** Says whether there is something in the configuration, though perhaps no value comes of it. */
  boolean isSet(SettingsKey key) {
    String raw = config.getConfigValue(name(key)).getRawValue();
    return raw != null && !raw.isBlank();
  }

  Optional<String> text(SettingsKey key) {
    return value(name(key)).or(() -> Optional.ofNullable(key.defaultValue()));
  }

  /** A secret may begin or end with white space; nothing is stripped and nothing is shown. */
  Optional<String> verbatim(SettingsKey key) {
    return config.getOptionalValue(name(key), String.class).filter(value -> !value.isEmpty());
  }

  boolean flag(SettingsKey key) {
    String text = text(key).orElse("");
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "on", "1" -> true;
      case "false", "no", "n", "off", "0" -> false;
      default -> {
        problem(key, "is neither true nor false: \"" + text + '"');
        yield false;
      }
    };
  }

  /** ISO-8601 or plain seconds. */
  Duration duration(SettingsKey key, boolean zeroAllowed) {
    String text = text(key).orElse("");
    Duration duration;
    try {
      duration =
          text.matches("\\d{1,12}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.parse(text);
    } catch (DateTimeException e) {
      problem(key, "is no duration such as PT5S or 5 (seconds): \"" + text + '"');
      return LONGEST;
    }
    boolean tooShort = duration.isNegative() || (duration.isZero() && !zeroAllowed);
    if (tooShort || duration.compareTo(LONGEST) > 0) {
      problem(
          key, "must be " + (zeroAllowed ? "zero" : "more than zero") + " to ten years: " + text);
      return LONGEST;
    }
    return duration;
  }

  /** Bytes, or with K or M. */
  int size(SettingsKey key) {
    String text = text(key).orElse("");
    if (!text.matches("\\d{1,10}[kKmM]?")) {
      problem(key, "is no number of bytes such as 65536, 64K or 1M: \"" + text + '"');
      return 0;
    }
    char unit = Character.toUpperCase(text.charAt(text.length() - 1));
    String digits = text.replaceAll("\\D", "");
    long bytes = Long.parseLong(digits) * (unit == 'M' ? 1 << 20 : unit == 'K' ? 1 << 10 : 1);
    if (bytes > LARGEST_BUFFER) {
      problem(key, "must be 1024M at most: " + text);
      return 0;
    }
    return (int) bytes;
  }

  /** One of the names; anything else is a problem and gives the first. */
  String choice(SettingsKey key, String first, String... others) {
    String text = text(key).orElse(first);
    if (text.equals(first) || Arrays.asList(others).contains(text)) {
      return text;
    }
    problem(
        key,
        "must be "
            + first
            + (others.length == 0 ? "" : " or " + String.join(" or ", others))
            + ", not \""
            + text
            + '"');
    return first;
  }

  /** A list as MicroProfile Config has it: commas, and a backslash before one that is meant. */
  Set<String> list(SettingsKey key) {
    Set<String> items = new LinkedHashSet<>();
    config
        .getOptionalValues(name(key), String.class)
        .ifPresent(values -> values.forEach(value -> items.add(value.strip())));
    items.remove("");
    return items;
  }

  /** The properties below a prefix, from those sources that list their names. */
  Map<String, String> below(String prefix) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String name : config.getPropertyNames()) {
      if (name.startsWith(prefix) && name.length() > prefix.length()) {
        config
            .getOptionalValue(name, String.class)
            .ifPresent(value -> found.put(name.substring(prefix.length()), value));
      }
    }
    return found;
  }

  private Optional<String> value(String name) {
    return config
        .getOptionalValue(name, String.class)
        .map(value -> Objects.requireNonNull(value).strip())
        .filter(value -> !value.isEmpty());
  }
}
