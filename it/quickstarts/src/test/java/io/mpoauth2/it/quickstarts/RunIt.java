package io.mpoauth2.it.quickstarts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a quick start's page has under "Run it", word by word.
 *
 * @param start the command that starts what {@code mvn package} has built
 * @param call the address that is called then; of a program that ends by itself there is none
 */
record RunIt(List<String> start, Optional<URI> call) {
  static RunIt of(Path project) throws IOException {
    List<String> lines =
        Files.readString(project.resolve("README.md"))
            .replaceFirst("(?s).*\n## Run it\n\n(.*?)\n\n.*", "$1")
            .lines()
            .map(String::strip)
            .toList();
    assertThat(lines.get(0)).isEqualTo("mvn package");
    return new RunIt(
        List.of(lines.get(1).split(" ")),
        lines.stream()
            .skip(2)
            .findFirst()
            .map(line -> line.replaceFirst("curl ", ""))
            .map(URI::create));
  }
}
