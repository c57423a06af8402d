package io.mpoauth2.tck;

import java.util.Locale;
import org.apache.maven.plugins.surefire.report.ReportTestCase;

/** What became of a test. */
enum Outcome {
  PASSED,
  FAILED,
  SKIPPED,
  /** Passed or skipped, and the next time perhaps the other. */
  OPTIONAL;

  /**
   * What Reactive Streams leaves to a publisher in rule 1.11, several subscribers: tests of it are
   * skipped where they would fail. RESTEasy, without the library, comes to one end or the other, as
   * two threads happen to read from one answer.
   */
  private static final String LEFT_TO_CHANCE =
      "org.eclipse.microprofile.rest.client.tck.sse.ReactiveStreamsPublisherTckTest.optional_spec111_";

  /** Failures and errors are one: which of the two it is, is up to the way a test fails. */
  static Outcome of(ReportTestCase test) {
    if (test.hasFailure() || test.hasError()) {
      return FAILED;
    }
    if (TestRun.nameOf(test).startsWith(LEFT_TO_CHANCE)) {
      return OPTIONAL;
    }
    return test.hasSkipped() ? SKIPPED : PASSED;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
