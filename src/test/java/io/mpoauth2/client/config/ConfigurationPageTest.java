package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds the table of docs/configuration.md, and what the README takes from it, to {@link
 * SettingsKey}. {@code -Dconfiguration.write=true} writes the table.
 */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("docs", "configuration.md");
  private static final String BEGIN = "<!-- table, written by the build: properties -->\n";
  private static final String END = "<!-- end of table -->";

  /** A row of the README such as {@code | `connect-timeout` | `PT5S` | ... |}. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(?<property>[a-z-]+)` \\| (?<default>[^|]*) \\|.+\\|$");

  @Test
  void the_page_has_the_properties_of_the_code() throws IOException {
    String page = Files.readString(PAGE);
    String right =
        page.replaceFirst(
            "(?s)" + BEGIN + ".*?" + END, Matcher.quoteReplacement(BEGIN + table() + END));
    if (Boolean.getBoolean("configuration.write")) {
      Files.writeString(PAGE, right);
    }

    assertThat(Files.readString(PAGE)).contains(BEGIN).isEqualTo(right);
  }

  @Test
  void the_readme_names_the_usual_ones_with_their_defaults() throws IOException {
    List<MatchResult> rows = ROW.matcher(Files.readString(Path.of("README.md"))).results().toList();

    assertThat(rows).hasSizeBetween(5, 8);
    for (MatchResult row : rows) {
      assertThat(SettingsKey.values())
          .filteredOn(key -> key.property().equals(row.group(1)))
          .singleElement()
          .extracting(SettingsKey::defaultInWords)
          .isEqualTo(row.group(2));
    }
  }

  private static String table() {
    StringBuilder table = new StringBuilder();
    row(table, "property", "value", "default", "meaning", "read", "environment");
    row(table, "---", "---", "---", "---", "---", "---");
    for (SettingsKey key : SettingsKey.values()) {
      row(
          table,
          "`" + key.property() + "`",
          key.kind(),
          key.defaultInWords(),
          key.meaning(),
          key.reading().words(),
          key.isFamily() ? "–" : "`…_" + environmentName(key.property()) + "`");
    }
    return table.toString();
  }

  private static void row(StringBuilder table, String... cells) {
    table.append("| ").append(String.join(" | ", Arrays.asList(cells))).append(" |\n");
  }

  /** By the rule of MicroProfile Config, "Environment variables mapping". */
  private static String environmentName(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
