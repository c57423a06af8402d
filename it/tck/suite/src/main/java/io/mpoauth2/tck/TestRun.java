package io.mpoauth2.tck;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;

/**
 * The tests of one run by their full names, each with what became of it: several outcomes where
 * tests share a name, in the order of {@link Outcome}, because the order in which they ran means
 * nothing.
 */
record TestRun(SortedMap<String, List<Outcome>> tests) {
  static TestRun readFrom(Path reports) {
    SurefireReportParser parser =
        new SurefireReportParser(List.of(reports.toFile()), new NullConsoleLogger());
    SortedMap<String, List<Outcome>> tests = new TreeMap<>();
    for (ReportTestSuite suite : parser.parseXMLReportFiles()) {
      for (ReportTestCase test : suite.getTestCases()) {
        tests.computeIfAbsent(nameOf(test), name -> new ArrayList<>()).add(Outcome.of(test));
      }
    }
    tests.values().forEach(outcomes -> outcomes.sort(null));
    return new TestRun(tests);
  }

  static String nameOf(ReportTestCase test) {
    return test.getFullClassName() + "." + test.getName();
  }

  /** Those whose names begin like this. */
  TestRun only(String prefix) {
    SortedMap<String, List<Outcome>> some = new TreeMap<>(tests);
    some.keySet().removeIf(name -> !name.startsWith(prefix));
    return new TestRun(some);
  }

  long count() {
    return tests.values().stream().mapToLong(List::size).sum();
  }

  long count(Outcome outcome) {
    return tests.values().stream().flatMap(List::stream).filter(outcome::equals).count();
  }

  boolean passed() {
    return count() > 0 && count(Outcome.PASSED) == count();
  }

  List<String> failed() {
    return tests.entrySet().stream()
        .filter(test -> test.getValue().contains(Outcome.FAILED))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * What is to be told of the tests that came to another end than in the other run, or are in one
   * of the two only.
   */
  List<String> differencesFrom(TestRun other) {
    SortedSet<String> names = new TreeSet<>(tests.keySet());
    names.addAll(other.tests.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String here = outcomes(name);
      String there = other.outcomes(name);
      if (!here.equals(there)) {
        differences.add(name + ": " + here + ", not " + there);
      }
    }
    return differences;
  }

  private String outcomes(String name) {
    List<Outcome> outcomes = tests.get(name);
    return outcomes == null
        ? "not run"
        : outcomes.stream().map(Outcome::toString).collect(joining(" and "));
  }
}
