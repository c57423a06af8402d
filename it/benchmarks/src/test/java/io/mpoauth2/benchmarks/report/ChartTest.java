package io.mpoauth2.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documentation's chart is drawn from the report that stands beside it. */
class ChartTest {
  private static final Path DOCS = Path.of("..", "..", "docs");

  @Test
  void picture_is_drawn_from_the_report() throws IOException {
    String drawn = Chart.of(Files.readString(DOCS.resolve("benchmarks.md")));
    Path picture = DOCS.resolve("pictures").resolve("benchmarks.svg");
    if (Boolean.getBoolean("chart.write")) {
      Files.writeString(picture, drawn);
    }

    assertEquals(Files.readString(picture), drawn);
  }

  @Test
  void panel_has_a_column_of_its_section() {
    String report =
        """
        ## Start

        Explained.

        | | ms | × floor |
        |---|--:|--:|
        | **ours** | 1,026 | 1.00 |
        | other | 52 | 0.05 |

        ## Herd

        | | ms |
        |---|--:|
        | other | 7 |
        """;

    Panel panel = Panel.of("How long?", report, "Start", "ms");

    assertEquals(Map.of("ours", "1,026", "other", "52"), panel.bars());
    assertEquals(1026, panel.largest());
    assertThrows(IllegalArgumentException.class, () -> Panel.of("", report, "Start", "s"));
  }
}
