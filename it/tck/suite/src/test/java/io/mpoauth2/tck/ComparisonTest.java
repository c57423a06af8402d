package io.mpoauth2.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final String INSTALLED =
      test("io.mpoauth2.tck.InstalledLibraryTest", "server_has_the_library_when_it_should", "");
  private static final String TIMEOUT = "org.eclipse.microprofile.rest.client.tck.TimeoutTest";
  private static final String PUBLISHER =
      "org.eclipse.microprofile.rest.client.tck.sse.ReactiveStreamsPublisherTckTest";

  @TempDir Path directory;

  @Test
  void same_outcomes_are_no_complaint_whatever_they_are_and_in_whatever_order() throws Exception {
    String passed = test(TIMEOUT, "connect", "");
    String failed = test(TIMEOUT, "read", "<failure type='E'/>");
    String skipped = test(TIMEOUT, "write", "<skipped/>");

    Comparison comparison =
        compare(INSTALLED + passed + failed + skipped, skipped + failed + passed + INSTALLED);

    assertEquals(List.of(), comparison.complaints());
  }

  @Test
  void test_that_fails_with_the_jar_only_is_told() throws Exception {
    Comparison comparison =
        compare(
            INSTALLED + test(TIMEOUT, "connect", "") + test(TIMEOUT, "read", ""),
            INSTALLED + test(TIMEOUT, "connect", "") + test(TIMEOUT, "read", "<error type='E'/>"));

    assertEquals(
        List.of("With the jar " + TIMEOUT + ".read: failed, not passed"), comparison.complaints());
  }

  @Test
  void test_that_passes_with_the_jar_only_is_told() throws Exception {
    Comparison comparison =
        compare(
            INSTALLED + test(TIMEOUT, "connect", "") + test(TIMEOUT, "read", "<failure type='E'/>"),
            INSTALLED + test(TIMEOUT, "connect", "") + test(TIMEOUT, "read", ""));

    assertEquals(
        List.of("With the jar " + TIMEOUT + ".read: passed, not failed"), comparison.complaints());
  }

  @Test
  void test_that_is_in_one_run_only_is_told() throws Exception {
    Comparison comparison =
        compare(
            INSTALLED + test(TIMEOUT, "connect", "") + test(TIMEOUT, "read", ""),
            INSTALLED + test(TIMEOUT, "connect", ""));

    assertEquals(
        List.of("With the jar " + TIMEOUT + ".read: not run, not passed"), comparison.complaints());
  }

  @Test
  void one_outcome_of_several_under_one_name_is_enough_to_differ() throws Exception {
    String twice = test(TIMEOUT, "read", "") + test(TIMEOUT, "read", "");
    String once = test(TIMEOUT, "read", "<failure type='E'/>") + test(TIMEOUT, "read", "");

    Comparison comparison = compare(INSTALLED + twice, INSTALLED + once);

    assertEquals(
        List.of("With the jar " + TIMEOUT + ".read: passed and failed, not passed and passed"),
        comparison.complaints());
  }

  @Test
  void what_a_publisher_may_do_is_not_compared_unless_it_fails() throws Exception {
    String passed = test(PUBLISHER, "optional_spec111_maySupportMultiSubscribe", "");
    String skipped = test(PUBLISHER, "optional_spec111_maySupportMultiSubscribe", "<skipped/>");
    String failed =
        test(PUBLISHER, "optional_spec111_maySupportMultiSubscribe", "<failure type='E'/>");
    String other = INSTALLED + test(TIMEOUT, "read", "");

    assertEquals(List.of(), compare(other + passed, other + skipped).complaints());
    assertEquals(1, compare(other + passed, other + failed).complaints().size());
  }

  @Test
  void runs_that_do_not_prove_where_the_jar_was_are_worth_nothing() throws Exception {
    String failed =
        test(
            "io.mpoauth2.tck.InstalledLibraryTest",
            "server_has_the_library_when_it_should",
            "<failure type='E'/>");
    String passed = test(TIMEOUT, "read", "");

    assertEquals(
        List.of(
            "Nobody knows whether the first run was without the jar",
            "Nobody knows whether the second run was with the jar"),
        compare(passed, failed + passed).complaints());
  }

  @Test
  void runs_in_which_nothing_passed_are_worth_nothing() throws Exception {
    assertEquals(List.of("No test passed"), compare(INSTALLED, INSTALLED).complaints());
  }

  @Test
  void runs_that_never_took_place_are_worth_nothing() {
    TestRun none = TestRun.readFrom(directory.resolve("none"));

    assertEquals(3, new Comparison("a server", none, none).complaints().size());
  }

  @Test
  void counts_are_those_of_the_tck() throws Exception {
    String tests =
        test(TIMEOUT, "connect", "")
            + test(TIMEOUT, "read", "")
            + test(TIMEOUT, "write", "<failure type='E'/>")
            + test(PUBLISHER, "untested", "<skipped/>")
            + test(PUBLISHER, "optional_spec111_maySupportMultiSubscribe", "<skipped/>");

    String text = compare(INSTALLED + tests, INSTALLED + tests).toString();

    assertTrue(text.contains("without the jar        5       2       1       1        1"), text);
    assertTrue(text.contains("with the jar           5       2       1       1        1"), text);
    assertTrue(text.contains("Fails without the jar, too: " + TIMEOUT + ".write"), text);
  }

  private Comparison compare(String without, String with) throws IOException {
    return new Comparison("a server", run("without", without), run("with", with));
  }

  private TestRun run(String name, String tests) throws IOException {
    Path reports = Files.createDirectories(directory.resolve(name));
    Files.writeString(
        reports.resolve("TEST-TestSuite.xml"),
        "<testsuite name='TestSuite'>" + tests + "</testsuite>");
    return TestRun.readFrom(reports);
  }

  private static String test(String className, String name, String outcome) {
    return "<testcase classname='"
        + className
        + "' name='"
        + name
        + "' time='0'>"
        + outcome
        + "</testcase>";
  }
}
