package io.mpoauth2.client.cdi.deployment;

import io.mpoauth2.client.config.InvalidSettingsException;
import io.mpoauth2.client.config.TokenProviders;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of all clients that an application names, checked as their first use would. What can
 * be used is made, where nobody waits for it: the first call finds it.
 */
final class SettingsCheck {
  /** What a property says for no token. */
  private static final String NONE = "none";

  private final Config config;
  private final TokenProviders providers;

  /** What is wrong, by the client it is wrong with; sorted, as runtimes find them in any order. */
  private final Map<String, Set<String>> problems = new TreeMap<>();

  /** Where each client is named. */
  private final Map<String, Set<String>> places = new TreeMap<>();

  SettingsCheck(Config config, TokenProviders providers) {
    this.config = config;
    this.providers = providers;
  }

  /** Gives the problems of all clients in one text; empty if there is none. */
  String problems(List<NamedClient> clients) {
    for (NamedClient each : clients) {
      String client = client(each);
      if (client.equals(NONE)) {
        continue;
      }
      places.computeIfAbsent(client, name -> new TreeSet<>()).add(each.place());
      try {
        providers.callSettings(client, List.of(each.scope()));
        make(client, each.scope());
      } catch (InvalidSettingsException e) {
        problems.computeIfAbsent(client, name -> new LinkedHashSet<>()).addAll(e.problems());
      }
    }
    return problems.keySet().stream().map(this::about).collect(Collectors.joining(" "));
  }

  private void make(String client, String scope) {
    try {
      var unused = providers.get(client, List.of(scope));
    } catch (IllegalStateException e) {
      // One of more than a thousand: its first use tells, and what is wrong with others counts
      // here.
    }
  }

  private String about(String client) {
    String all = String.join("; ", problems.getOrDefault(client, Set.of()));
    return "'%s', named by %s: %s%s"
        .formatted(
            client.replaceAll("[^\\x20-\\x7E]", "?"),
            String.join(" and ", places.getOrDefault(client, Set.of())),
            all,
            all.endsWith("?") ? "" : ".");
  }

  /**
   * A property names another client than the annotation, that of the method before its interface's,
   * and that of the interface before its key's.
   */
  private String client(NamedClient named) {
    Optional<String> methods =
        named.member().isEmpty()
            ? Optional.empty()
            : property(named, "." + named.member().replace("()", ""));
    return methods.or(() -> interfaces(named)).orElse(named.client());
  }

  /** A method with a token of its own has it though its interface is to have none. */
  private Optional<String> interfaces(NamedClient named) {
    return named.replaceable()
        ? property(named, "").filter(text -> named.member().isEmpty() || !text.equals(NONE))
        : Optional.empty();
  }

  private Optional<String> property(NamedClient named, String end) {
    return property(named.type(), end).or(() -> property(named.configKey(), end));
  }

  private Optional<String> property(String key, String end) {
    return key.isEmpty()
        ? Optional.empty()
        : config
            .getOptionalValue(key + "/mp-rest/oauth2-client" + end, String.class)
            .map(String::strip)
            .filter(text -> !text.isEmpty());
  }
}
