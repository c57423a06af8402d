package io.mpoauth2.it.quickstarts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The quick start that is nothing but tested; this build has done so before. */
class QuickstartTestsIT {
  private static final Path PROJECT = Quickstart.named("testing").directory();

  /** A Surefire that does not know JUnit 5 runs no test, and that is no failure. */
  @Test
  void tests_of_the_page_have_run() throws Exception {
    String report =
        Files.readString(
            PROJECT.resolve("target/surefire-reports/TEST-com.example.ShopResourceTest.xml"));

    assertThat(report).contains("tests=\"3\"", "errors=\"0\"", "skipped=\"0\"", "failures=\"0\"");
    assertThat(Files.readString(PROJECT.resolve("README.md")))
        .contains("\n## Run it\n\n    mvn test\n");
  }
}
