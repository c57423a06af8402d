package io.mpoauth2.client.restclient;

import io.mpoauth2.client.token.operation.LogMessage;
import io.mpoauth2.client.token.operation.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * What configuration has of one interface, {@code <key>/mp-rest/<property>}: its full name wins
 * over its {@code configKey}, as MicroProfile Rest Client has it.
 */
record InterfaceProperties(Config config, List<String> keys) {
  /** Names the client. */
  static final String CLIENT = "oauth2-client";

  /** Names the client of one method, whose name stands behind it. */
  static final String OF_METHOD = CLIENT + ".";

  /** With more different letters than this, another property was meant. */
  private static final int LETTERS = 3;

  /** The value that means no token. */
  static final String NONE = "none";

  static InterfaceProperties of(Class<?> api, Config config) {
    List<String> keys = new ArrayList<>();
    keys.add(api.getName());
    RegisterRestClient registered = api.getAnnotation(RegisterRestClient.class);
    if (registered != null && !registered.configKey().isEmpty()) {
      keys.add(registered.configKey());
    }
    return new InterfaceProperties(config, keys);
  }

  /** Gives a property's value; null if it has none, which is a problem where something is set. */
  @Nullable String value(String property, Findings findings) {
    for (String key : keys) {
      String name = key + "/mp-rest/" + property;
      String value = config.getOptionalValue(name, String.class).orElse("").strip();
      if (!value.isEmpty()) {
        return value;
      }
      ConfigValue raw = config.getConfigValue(name);
      if (raw != null && raw.getRawValue() != null && !raw.getRawValue().isBlank()) {
        findings.problem(
            name + " is set but has no value: nothing gives one to an expression in it");
      }
    }
    return null;
  }

  /** Gives the whole name of a property as it is set, or would be. */
  String name(String property) {
    return keys.get(keys.size() - 1) + "/mp-rest/" + property;
  }

  /** Gives the names of what is set, without what all of them begin with; only to warn of some. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (String name : allNames()) {
      for (String key : keys) {
        if (name.startsWith(key + "/mp-rest/")) {
          names.add(name.substring(key.length() + "/mp-rest/".length()));
        }
      }
    }
    return names;
  }

  private Iterable<String> allNames() {
    try {
      return config.getPropertyNames();
    } catch (RuntimeException e) {
      // A source that cannot list them at the moment is no reason to have no client at all.
      return List.of();
    }
  }

  /** Warns of what looks like a property of ours and means nothing. */
  void warnOfMisspelt(String client, Findings findings) {
    for (String name : names()) {
      if (!name.equals(CLIENT) && !name.startsWith(OF_METHOD) && looksLikeOurs(name)) {
        findings.warning(
            LogMessage.UNKNOWN_CLIENT_PROPERTY,
            client,
            name(name).replaceAll("[^\\x21-\\x7E]", "?")
                + " means nothing; did you mean "
                + CLIENT
                + "?");
      }
    }
  }

  private static boolean looksLikeOurs(String name) {
    String plain = name.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
    String first = name.replaceFirst("\\..*", "").replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    return plain.startsWith("oauth")
        || Nearest.distance(plain, "oauth2client") <= LETTERS
        || Nearest.distance(first, "oauth2client") <= LETTERS;
  }
}
