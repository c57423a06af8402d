package io.mpoauth2.client.errors;

import static java.util.stream.Collectors.joining;

import io.mpoauth2.client.config.ProvokedSettings;
import io.mpoauth2.client.endpoint.ProvokedSymptoms;
import io.mpoauth2.client.endpoint.ProvokedWarnings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What one reads when something is wrong, made of what tests provoked. */
record ErrorsPage(String text) {
  private static final Path PAGE = Path.of("docs/errors.md");

  private static final Pattern PROPERTY =
      Pattern.compile("oauth2\\.client\\.\\w+\\.([a-z-]+(?:\\.\\w+)?)");

  private static final String HEAD =
      """
      # Errors, and what to do about them

      Every message of the library that somebody may look for, as a test provoked it: search this page
      for a piece of yours. Each says itself what to do; the client's name (here `signicat`,
      `carrier` or `default`), hosts, and the server's own words in quotation marks are yours.

      Through a REST client these exceptions stand in the cause chain of what the runtime throws.
      `TokenRefusedException`: the server said no, and somebody must change something.
      `TokenUnavailableException`: there is no token now; it is asked again after a cooldown, during
      which calls get the same exception with its reason, the count and the time of the next attempt.
      `InvalidSettingsException`: nothing was asked; all problems of a client are told at once.

      This page is generated: `mvn test -Dtest=ErrorsPageTest -Derrors.write=true`.
      """;

  static ErrorsPage provoked() throws ReflectiveOperationException {
    Map<String, List<Provoked>> parts = new LinkedHashMap<>();
    parts.put("No token from the token endpoint", ProvokedSymptoms.all());
    parts.put("A token that is odd", ProvokedWarnings.all());
    parts.put("An API that refuses the token", ProvokedCalls.warnings());
    parts.put("Calls that are not made", ProvokedCalls.notSent());
    parts.put("Settings that cannot be used", ProvokedSettings.problems());
    List<Provoked> states = new ArrayList<>(ProvokedSettings.providers());
    states.add(0, ProvokedCalls.unknownClient());
    parts.put("Something that is not there", states);
    return new ErrorsPage(
        HEAD
            + parts.entrySet().stream()
                .map(part -> part(part.getKey(), part.getValue()))
                .collect(joining()));
  }

  private static String part(String heading, List<Provoked> failures) {
    return "\n## " + heading + "\n" + failures.stream().map(ErrorsPage::section).collect(joining());
  }

  private static String section(Provoked failure) {
    String title = failure.meaning();
    return "\n### "
        + title.substring(0, 1).toUpperCase(Locale.ROOT)
        + title.substring(1)
        + "\n\n`"
        + failure.by()
        + "`"
        + properties(failure.message())
        + "\n\n```text\n"
        + failure.message()
        + "\n```\n";
  }

  /** Those to look at, in the order of the message. */
  private static String properties(String message) {
    String names =
        PROPERTY
            .matcher(message)
            .results()
            .map(found -> "`" + found.group(1) + "`")
            .distinct()
            .collect(joining(", "));
    return names.isEmpty() ? "" : "; look at " + names;
  }

  static String committed() throws IOException {
    return Files.exists(PAGE) ? Files.readString(PAGE) : "";
  }

  void writeIfAsked() throws IOException {
    if (Boolean.getBoolean("errors.write")) {
      Files.writeString(PAGE, text);
    }
  }
}
