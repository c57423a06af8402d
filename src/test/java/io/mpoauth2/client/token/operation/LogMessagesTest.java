package io.mpoauth2.client.token.operation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of {@code docs/log-messages.md} to {@link LogMessage}, and both to the code. */
class LogMessagesTest {
  @Test
  void ids_are_unique_and_have_four_digits() {
    assertThat(LogMessage.values())
        .extracting(LogMessage::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("MPOA\\d{4}"));
  }

  @Test
  void the_table_has_each_message_with_its_level_and_meaning_in_the_order_of_the_ids()
      throws IOException {
    assertThat(rows())
        .extracting(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
        .containsExactlyElementsOf(
            Arrays.stream(LogMessage.values())
                .map(message -> message.id() + " " + level(message) + " " + message.meaning())
                .toList());
  }

  @Test
  void the_table_says_what_to_do() throws IOException {
    assertThat(rows()).allSatisfy(row -> assertThat(row.get(3)).endsWith("."));
  }

  @Test
  void each_message_is_said_somewhere() throws IOException {
    String code = code();

    assertThat(LogMessage.values())
        .allSatisfy(message -> assertThat(code).contains("LogMessage." + message.name()));
  }

  private static String level(LogMessage message) {
    return message.level().name().toLowerCase(Locale.ROOT);
  }

  private static List<List<String>> rows() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("docs/log-messages.md"))) {
      return lines
          .filter(line -> line.startsWith("| MPOA"))
          .map(line -> List.of(line.substring(1).strip().split("\\s*\\|\\s*")))
          .toList();
    }
  }

  private static String code() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("LogMessage.java"))
          .map(LogMessagesTest::text)
          .collect(joining());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
