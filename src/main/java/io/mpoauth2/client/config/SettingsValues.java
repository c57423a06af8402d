package io.mpoauth2.client.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * The configured values of one client, each turned into its type. A value that cannot be becomes a
 * problem in the list, and a stand-in is given, so that the reading goes on and finds the others.
 */
final class SettingsValues {
  /** Longer than any wait or margin that makes sense; keeps all arithmetic in range. */
  private static final Duration LONGEST = Duration.ofDays(3650);

  /** One that has no default of its own and is not escaped. */
  private static final Pattern EXPRESSION = Pattern.compile("(?<!\\\\)\\$\\{([^:}$]+)\\}");

  private static final long LARGEST_BUFFER = 1L << 30;

  private final Config config;
  private final String client;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> notices = new LinkedHashMap<>();

  SettingsValues(Config config, String client) {
    this.config = config;
    this.client = client;
  }

  String client() {
    return client;
  }

  String name(SettingsKey key) {
    return key.of(client);
  }

  void problem(SettingsKey key, String what) {
    problem(name(key), what);
  }

  void problem(SettingsKey key, String what, String value) {
    problem(key, what + ": \"" + value + '"');
  }

  /** Tells of a required property that nobody set; of one without a value it was told already. */
  void missing(SettingsKey key, String remedy) {
    if (!isSet(name(key))) {
      problem(key, "is missing" + remedy);
    }
  }

  void problem(String name, String what) {
    problem(name + ' ' + what);
  }

  void problem(String text) {
    // A value that is shown may have line breaks in it.
    String problem = text.replaceAll("\\p{Cntrl}+", " ");
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  void throwProblems() {
    if (!problems.isEmpty()) {
      throw invalid();
    }
  }

  InvalidSettingsException invalid() {
    return new InvalidSettingsException(client, problems);
  }

  /** Keeps what an administrator should be told about a setting that can be used. */
  void notice(String topic, SettingsKey key, String what) {
    notice(topic, name(key), what);
  }

  void notice(String topic, String name, String what) {
    notices.put(topic, name + ": " + what);
  }

  Map<String, String> notices() {
    return notices;
  }

  boolean isSet(SettingsKey key) {
    return isSet(name(key));
  }

  /** Says whether there is something in the configuration, though perhaps no value comes of it. */
  private boolean isSet(String name) {
    return !raw(name).isBlank();
  }

  private String raw(String name) {
    ConfigValue value = config.getConfigValue(name);
    String raw = value == null ? null : value.getRawValue();
    return raw == null ? "" : raw;
  }

  /** Gives the value or the default without white space around it; empty if there is neither. */
  String text(SettingsKey key) {
    String text = verbatim(name(key)).strip();
    return text.isEmpty() ? key.defaultValue() : text;
  }

  /** A secret may begin or end with white space; nothing is stripped and nothing is shown. */
  String verbatim(SettingsKey key) {
    return verbatim(name(key));
  }

  /** Whatever is set means something; taken for "not set" it would be the default in silence. */
  private String verbatim(String name) {
    String value = config.getOptionalValue(name, String.class).orElse("");
    if (value.isBlank() ? isSet(name) : isInPart(name, value)) {
      problem(name, "is set but has no value: nothing gives one to an expression in it");
    }
    return value;
  }

  /** Some runtimes leave out an expression without a value, and give the rest. */
  private boolean isInPart(String name, String value) {
    String raw = raw(name);
    return !raw.equals(value)
        && EXPRESSION
            .matcher(raw)
            .results()
            .anyMatch(inner -> config.getOptionalValue(inner.group(1), String.class).isEmpty());
  }

  boolean flag(SettingsKey key) {
    String text = text(key);
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "on", "1" -> true;
      case "false", "no", "n", "off", "0" -> false;
      default -> {
        problem(key, "is neither true nor false", text);
        yield false;
      }
    };
  }

  /** ISO-8601 or plain seconds. */
  Duration duration(SettingsKey key, boolean zeroAllowed) {
    String text = text(key);
    Duration duration;
    try {
      duration = parse(text);
    } catch (DateTimeException | NumberFormatException e) {
      problem(key, "is no duration such as PT5S or 5 (seconds)", text);
      return LONGEST;
    }
    boolean tooShort = duration.isNegative() || (duration.isZero() && !zeroAllowed);
    if (tooShort || duration.compareTo(LONGEST) > 0) {
      String least = zeroAllowed ? "zero" : "more than zero";
      problem(key, "must be " + least + " to ten years", text);
      return LONGEST;
    }
    return duration;
  }

  private static Duration parse(String text) {
    return Character.isDigit(text.charAt(0))
        ? Duration.ofSeconds(Long.parseLong(text))
        : Duration.parse(text);
  }

  /** Bytes, or with K or M. */
  int size(SettingsKey key) {
    String text = text(key);
    if (!text.matches("\\d{1,10}[kKmM]?")) {
      problem(key, "is no number of bytes such as 65536, 64K or 1M", text);
      return 0;
    }
    char unit = Character.toUpperCase(text.charAt(text.length() - 1));
    String digits = text.replaceAll("\\D", "");
    long bytes = Long.parseLong(digits) * (unit == 'M' ? 1 << 20 : unit == 'K' ? 1 << 10 : 1);
    if (bytes > LARGEST_BUFFER) {
      problem(key, "must be 1024M at most", text);
      return 0;
    }
    return (int) bytes;
  }

  /** One of two names; anything else is a problem and gives the first. */
  String choice(SettingsKey key, String first, String second) {
    String text = text(key);
    if (text.equals(first) || text.equals(second)) {
      return text;
    }
    problem(key, "must be " + first + " or " + second + ", not \"" + text + '"');
    return first;
  }

  /**
   * A list as MicroProfile Config has it: commas, and a backslash before one that is meant. The
   * default is one item.
   */
  Set<String> list(SettingsKey key) {
    Set<String> items = new LinkedHashSet<>();
    boolean hasText = !verbatim(key).isBlank();
    for (String item : config.getOptionalValues(name(key), String.class).orElse(List.of())) {
      items.add(item.strip());
    }
    items.remove("");
    if (items.isEmpty() && !hasText && !key.defaultValue().isEmpty()) {
      items.add(key.defaultValue());
    }
    if (items.isEmpty() && hasText) {
      // A lone comma: nothing could be meant by it but a restriction.
      problem(key, "is set but names nothing");
    }
    return items;
  }

  /** The members of a family with their values, from those sources that list their names. */
  Map<String, String> members(SettingsKey family) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String member : namesBelow(family.of(client, ""))) {
      String value = verbatim(family.of(client, member));
      if (!value.isEmpty()) {
        found.put(member, value);
      }
    }
    return found;
  }

  /** What of this client is set, known or not, from those sources that list their names. */
  Set<String> names() {
    return namesBelow("oauth2.client." + client + '.');
  }

  private Set<String> namesBelow(String prefix) {
    Set<String> found = new TreeSet<>();
    for (String name : config.getPropertyNames()) {
      if (name.startsWith(prefix) && name.length() > prefix.length()) {
        found.add(name.substring(prefix.length()));
      }
    }
    return found;
  }
}
