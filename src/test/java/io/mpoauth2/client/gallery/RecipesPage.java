package io.mpoauth2.client.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The page of recipes, made of the files that {@link GalleryTest} and {@link GalleryAnswersTest}
 * play.
 */
final class RecipesPage {
  private static final Path PAGE = Path.of("docs/authorization-servers.md");

  private static final String HEAD =
      """
      # Recipes: authorization servers and gateways

      Settings to copy, server by server. Each was tried on the answers that public pages and threads
      show of that server (not on the server itself): its tokens, its refusals, its overloads. The
      sources stand below each recipe; what they do not show is not claimed here.

      Every client needs `client-id` and `client-secret` (or `client-secret-file`) as well. `<…>` is
      yours to fill in. The client's name, such as `ebay`, is free; so is the source of the settings,
      but names such as `headers.<h>` and `parameters.<p>` need one that lists its names, which
      environment variables do not.

      This page is generated: `mvn test -Dtest=GalleryTest -Dgallery.write=true`.

      """;

  private RecipesPage() {}

  static String of(List<Server> servers) {
    return HEAD
        + servers.stream()
            .map(server -> "- [" + server.name() + "](#" + anchor(server.name()) + ")\n")
            .collect(Collectors.joining())
        + servers.stream().map(RecipesPage::section).collect(Collectors.joining());
  }

  private static String section(Server server) {
    return "\n## "
        + server.name()
        + "\n\n```properties\n"
        + server.settings().entrySet().stream()
            .map(
                setting ->
                    "oauth2.client.%s.%s=%s\n"
                        .formatted(server.client(), setting.getKey(), setting.getValue()))
            .collect(Collectors.joining())
        + "```\n\n"
        + server.odd().stream().map(line -> "- " + line + "\n").collect(Collectors.joining())
        + (server.odd().isEmpty() ? "" : "\n")
        + answers(server)
        + "Sources: "
        + server.sources().entrySet().stream()
            .map(source -> "[" + source.getValue() + "](" + source.getKey() + ")")
            .collect(Collectors.joining(", "))
        + "\n";
  }

  private static String answers(Server server) {
    return server.answers().isEmpty()
        ? ""
        : "| it answers | to | so you get |\n|---|---|---|\n"
            + server.answers().stream().map(RecipesPage::row).collect(Collectors.joining())
            + "\n";
  }

  private static String row(ServerAnswer answer) {
    return "| "
        + answer.status()
        + " | "
        + (answer.to().isEmpty() ? "a token request" : answer.to())
        + (answer.assumed().isEmpty() ? "" : " (" + answer.assumed() + " assumed)")
        + " | "
        + outcome(answer)
        + " |\n";
  }

  private static String outcome(ServerAnswer answer) {
    return switch (answer.kind()) {
      case TOKEN -> "a token for " + answer.expected().getInt("lifetime") + " s";
      case REFUSAL ->
          "`TokenRefusedException`"
              + (answer.expected().containsKey("error")
                  ? ", `error()` is `" + answer.expected().getString("error") + "`"
                  : ", its words in the message");
      case UNAVAILABLE ->
          "`TokenUnavailableException`"
              + (answer.expected().containsKey("retry-after")
                  ? ", next attempt after " + answer.expected().getInt("retry-after") + " s"
                  : ", asked again after the cooldown");
    };
  }

  /** As GitHub makes them of headings. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
  }

  static String committed() {
    try {
      return Files.exists(PAGE) ? Files.readString(PAGE) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void writeIfAsked(List<Server> servers) {
    if (!Boolean.getBoolean("gallery.write")) {
      return;
    }
    try {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, of(servers));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
