package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the configuration table of the README to {@link SettingsKey}. */
class ReadmeTableTest {
  /** A row such as {@code | `connect-timeout` | `PT5S` | ... |}. */
  private static final Pattern ROW =
      Pattern.compile("\\|\\s*`(?<property>[^`|]+)`\\s*\\|(?<default>[^|]*)\\|.+\\|\\s*");

  private static final Pattern WHOLE_DEFAULT = Pattern.compile("`(?<value>[^`]+)`");

  @Test
  void every_property_has_its_row_in_the_order_of_the_enum() throws IOException {
    assertThat(defaultsByProperty().keySet())
        .containsExactlyElementsOf(
            Arrays.stream(SettingsKey.values()).map(SettingsKey::property).toList());
  }

  @Test
  void every_default_is_the_one_of_the_code() throws IOException {
    Map<String, String> documented = defaultsByProperty();

    for (SettingsKey key : SettingsKey.values()) {
      String cell = documented.getOrDefault(key.property(), "(no row)");
      Matcher whole = WHOLE_DEFAULT.matcher(cell);
      String value = whole.matches() ? whole.group("value") : "";
      assertThat(value).as("%s: %s", key.property(), cell).isEqualTo(key.defaultValue());
    }
  }

  @Test
  void a_property_without_default_says_so() throws IOException {
    Map<String, String> documented = defaultsByProperty();

    assertThat(SettingsKey.values())
        .filteredOn(key -> key.defaultValue().isEmpty())
        .allSatisfy(key -> assertThat(documented.get(key.property())).isNotBlank());
  }

  /** The default cells of the table, by property, in the order of the rows. */
  private static Map<String, String> defaultsByProperty() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("README.md"))) {
      return lines
          .dropWhile(line -> !line.matches("\\|\\s*[Pp]roperty\\s*\\|\\s*[Dd]efault\\s*\\|.*"))
          .takeWhile(line -> line.startsWith("|"))
          .map(ROW::matcher)
          .filter(Matcher::matches)
          .collect(
              Collectors.toMap(
                  row -> row.group("property"),
                  row -> row.group("default").strip(),
                  (one, other) -> one + " and " + other,
                  LinkedHashMap::new));
    }
  }
}
