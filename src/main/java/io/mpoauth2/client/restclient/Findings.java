package io.mpoauth2.client.restclient;

import io.mpoauth2.client.config.InvalidSettingsException;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.LogMessage;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong with an interface and its clients, and what somebody should be told of it. */
final class Findings {
  private final Set<String> clients = new LinkedHashSet<>();
  private final Set<String> problems = new LinkedHashSet<>();
  private final Map<String, Warning> warnings = new LinkedHashMap<>();

  private record Warning(LogMessage message, String client) {}

  void problem(String text) {
    problems.add(text);
  }

  void problems(InvalidSettingsException settings) {
    clients.add(settings.client());
    problems.addAll(settings.problems());
  }

  /** Keeps a warning, which is about a client that may have no part in the one that is built. */
  void warning(LogMessage message, String client, String text) {
    warnings.put(text, new Warning(message, client));
  }

  /**
   * Warns of what was not said yet: some runtimes build a client twice.
   *
   * @param told what was said before; gets what is said now
   */
  void tell(Set<String> told) {
    warnings.forEach(
        (text, warning) -> {
          if (told.add(text)) {
            new ClientLog(warning.client).tell(warning.message, () -> text);
          }
        });
  }

  /**
   * Ends the building of a client if there is a problem.
   *
   * @param client whose it is if no single one's
   */
  void throwProblems(String client) {
    if (!problems.isEmpty()) {
      throw InvalidSettingsException.of(
          clients.isEmpty() ? client : String.join(", ", clients), List.copyOf(problems));
    }
  }
}
