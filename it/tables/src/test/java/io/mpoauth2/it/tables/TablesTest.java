package io.mpoauth2.it.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {

  @Test
  void a_finding_is_a_row_and_a_runtime_a_column() {
    Run one = new Run("One 1", "2026-11-01", Map.of("GET_is_there", "ok"));
    Run two = new Run("Two 2", "", Map.of("GET_is_there", "no: it has none"));

    assertEquals(
        """
        |  | One 1 | Two 2 |
        | --- | :-: | :-: |
        | GET is there | ✓ | no (1) |
        | run on | 2026-11-01 |  |

        1. it has none
        """,
        Tables.byFinding(List.of(one, two)));
  }

  @Test
  void what_was_not_looked_at_is_a_dash_and_what_has_no_reason_a_no() {
    Run one = new Run("One", "", Map.of("GET", "no"));
    Run two = new Run("Two", "", Map.of("POST", "ok"));

    String table = Tables.byFinding(List.of(one, two));

    assertTrue(table.contains("| GET | no | – |"), table);
  }

  @Test
  void a_runtime_is_a_row_and_what_belongs_together_a_column() {
    Run one = new Run("One 1", "2026-11-01", findings("GET=ok", "retry/a=ok", "retry/b=ok"));
    Run two = new Run("Two 2", "2026-11-02", findings("GET=no: why", "retry/a=ok", "retry/b=no"));

    assertEquals(
        """
        |  | GET | retry | run on |
        | --- | :-: | :-: | --- |
        | One 1 | ✓ | ✓ | 2026-11-01 |
        | Two 2 | no (1) | in part | 2026-11-02 |

        1. why
        """,
        Tables.byRuntime(List.of(one, two)));
  }

  @Test
  void a_column_that_a_runtime_was_not_asked_for_is_a_dash() {
    Run one = new Run("One", "", findings("retry/a=ok"));
    Run two = new Run("Two", "", findings("other/b=ok"));

    String table = Tables.byRuntime(List.of(one, two));

    assertTrue(table.contains("| Two | – | ✓ |"), table);
  }

  @Test
  void only_the_named_table_of_a_page_changes() {
    String page =
        """
        <!-- table, written by the build: one -->
        old
        <!-- end of table -->
        <!-- table, written by the build: two -->
        old
        <!-- end of table -->
        """;

    assertEquals(page.replaceFirst("old", "new"), Tables.replaced(page, "one", "new\n"));
  }

  @Test
  void a_page_without_a_place_for_it_is_left_alone() {
    assertThrows(IllegalArgumentException.class, () -> Tables.replaced("no place", "one", "table"));
  }

  @Test
  void a_file_without_findings_is_no_run(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("run.properties"), "row=One\n");

    assertThrows(IOException.class, () -> Run.read(file));
  }

  private static Map<String, String> findings(String... lines) {
    Map<String, String> findings = new LinkedHashMap<>();
    for (String line : lines) {
      String[] parts = line.split("=", 2);
      findings.put(parts[0], parts[1]);
    }
    return findings;
  }
}
