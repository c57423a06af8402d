package io.mpoauth2.tck;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the TCK comes to the same end in a server without the library and in one with it, test by
 * test.
 */
final class Comparison {
  private final String server;
  private final TestRun without;
  private final TestRun with;
  private final List<String> complaints = new ArrayList<>();

  Comparison(String server, TestRun without, TestRun with) {
    this.server = server;
    this.without = without.only("org.eclipse.microprofile.");
    this.with = with.only("org.eclipse.microprofile.");
    this.with
        .differencesFrom(this.without)
        .forEach(difference -> complaints.add("With the jar " + difference));
    if (!without.only(InstalledLibraryTest.class.getName()).passed()) {
      complaints.add("Nobody knows whether the first run was without the jar");
    }
    if (!with.only(InstalledLibraryTest.class.getName()).passed()) {
      complaints.add("Nobody knows whether the second run was with the jar");
    }
    if (this.without.count(Outcome.PASSED) == 0) {
      complaints.add("No test passed");
    }
  }

  List<String> complaints() {
    return complaints;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("MicroProfile Rest Client TCK on " + server + "\n");
    text.append(
        String.format(
            "%-16s%8s%8s%8s%8s%9s%n", "", "run", "passed", "failed", "skipped", "optional"));
    text.append(row("without the jar", without)).append(row("with the jar", with));
    without
        .failed()
        .forEach(test -> text.append("Fails without the jar, too: ").append(test).append('\n'));
    complaints.forEach(complaint -> text.append("WRONG: ").append(complaint).append('\n'));
    return text.toString();
  }

  private static String row(String title, TestRun run) {
    return String.format(
        "%-16s%8d%8d%8d%8d%9d%n",
        title,
        run.count(),
        run.count(Outcome.PASSED),
        run.count(Outcome.FAILED),
        run.count(Outcome.SKIPPED),
        run.count(Outcome.OPTIONAL));
  }

  /**
   * Server's name, directory with the reports of the run without the library, and of the one with
   * it.
   */
  public static void main(String[] arguments) {
    Comparison comparison =
        new Comparison(
            arguments[0],
            TestRun.readFrom(Path.of(arguments[1])),
            TestRun.readFrom(Path.of(arguments[2])));
    System.out.print(comparison);
    System.exit(comparison.complaints().isEmpty() ? 0 : 1);
  }
}
