package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.Notice;
import io.mpoauth2.client.token.operation.LogMessage;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The configured values of one client, each turned into its type. A value that cannot be becomes a
 * problem among the findings, and a stand-in is given, so that the reading goes on and finds the
 * others.
 */
final class SettingsValues {
  private final ConfiguredText configured;
  private final String client;
  private final Findings findings;

  SettingsValues(ConfiguredText configured, String client, Findings findings) {
    this.configured = configured;
    this.client = client;
    this.findings = findings;
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
    if (!isSet(key)) {
      problem(key, "is missing" + remedy);
    }
  }

  void problem(String name, String what) {
    findings.problem(name + ' ' + what);
  }

  /** Keeps that a setting has no effect or no meaning. */
  void idle(LogMessage message, String name, String what) {
    findings.notice(new Notice(message, name, name + ' ' + what));
  }

  /** Keeps what an administrator should be told about a setting that can be used. */
  void notice(LogMessage message, SettingsKey key, String what) {
    findings.notice(new Notice(message, name(key), name(key) + ": " + what));
  }

  /** Says whether a problem with it was told. */
  boolean hasProblem(SettingsKey key) {
    return findings.hasProblemOf(name(key));
  }

  /** Keeps what the problems come from; as a remark, what they may come from. */
  void hint(String text) {
    findings.hint(text);
  }

  void remark(String text) {
    findings.remark(text);
  }

  /** Says whether there is something in the configuration, though perhaps no value comes of it. */
  boolean isSet(SettingsKey key) {
    return isSet(name(key));
  }

  boolean isSet(String name) {
    return configured.isSet(name);
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
    String value = configured.value(name);
    if (configured.isUnexpanded(name, value)) {
      problem(name, "is set but has no value: nothing gives one to " + configured.unexpanded(name));
    }
    return value;
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

  /** A duration that is more than zero. */
  Duration duration(SettingsKey key) {
    return new ConfiguredDuration(this, key).moreThanZero();
  }

  /** A duration that may be zero. */
  Duration margin(SettingsKey key) {
    return new ConfiguredDuration(this, key).zeroOrMore();
  }

  /** Gives a URI, null if the text is none. */
  static @Nullable URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** One of some names; anything else is a problem and gives the first. */
  String choice(SettingsKey key, String... names) {
    String text = text(key);
    List<String> known = List.of(names);
    if (known.contains(text)) {
      return text;
    }
    int last = names.length - 1;
    problem(
        key,
        "must be "
            + String.join(", ", known.subList(0, last))
            + " or "
            + names[last]
            + ", not \""
            + text
            + '"');
    return names[0];
  }

  /**
   * A list as MicroProfile Config has it: commas, and a backslash before one that is meant. The
   * default is one item.
   */
  Set<String> list(SettingsKey key) {
    Set<String> items = new LinkedHashSet<>();
    boolean hasText = !verbatim(key).isBlank();
    for (String item : configured.items(name(key))) {
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
    for (String member : configured.namesBelow(family.of(client, ""))) {
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

  /** What stands behind a prefix, from those sources that list their names. */
  Set<String> namesBelow(String prefix) {
    return configured.namesBelow(prefix);
  }
}
