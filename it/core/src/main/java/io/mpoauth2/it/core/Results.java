package io.mpoauth2.it.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down which features there are in this runtime: a line {@code row=<the runtime>}, then
 * {@code <test>=ok} or {@code <test>=no: <why>} for each. JUnit finds it as a service; it writes
 * where {@code results.file} says so.
 */
public final class Results implements TestExecutionListener {
  /** The key of what a test reports where a runtime cannot do something, for a known reason. */
  static final String CANNOT = "cannot";

  /** What an outcome begins with that the runtime's project expects. */
  public static final String NO = "no: ";

  private static final String JDK = "JDK " + Runtime.version().feature();
  private static final int LONGEST_FAILURE = 2_000;

  private final Map<String, String> outcomes = new TreeMap<>();
  private final String runtime;

  /** Made by JUnit, in the JVM of the build. */
  public Results() {
    this(System.getProperty("results.row"));
  }

  /** Made inside a server. */
  Results(String runtime) {
    this.runtime = runtime;
  }

  @Override
  public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    String reason = entry.getKeyValuePairs().get(CANNOT);
    if (reason != null) {
      feature(test).ifPresent(name -> outcomes.put(name, NO + reason));
    }
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    feature(test).ifPresent(name -> outcomes.merge(name, outcome(result), Results::worse));
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (!outcomes.isEmpty()) {
      write(text());
    }
  }

  /** Gives the lines. */
  synchronized String text() {
    StringBuilder lines = new StringBuilder("row=").append(runtime).append(", ").append(JDK);
    outcomes.forEach((name, outcome) -> lines.append('\n').append(name + '=' + outcome));
    return lines.append('\n').toString();
  }

  /**
   * Writes lines where the maker of the table looks for them: {@code results.file}, to whose name
   * the JDK is added, so that the same build on another one is another row.
   */
  public static void write(String text) {
    String file = System.getProperty("results.file");
    if (file == null) {
      return;
    }
    Path path = Path.of(file + '-' + JDK.replace(" ", "").toLowerCase(Locale.ROOT) + ".properties");
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> feature(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .filter(method -> ClientFeatures.class.isAssignableFrom(method.getJavaClass()))
        .map(MethodSource::getMethodName);
  }

  private static String outcome(TestExecutionResult result) {
    return result.getThrowable().map(Results::oneLine).orElse("ok");
  }

  /** A known limit is kept, but for a failure beside it. */
  private static String worse(String known, String next) {
    return next.equals("ok") ? known : next;
  }

  private static String oneLine(Throwable failure) {
    StringBuilder line = new StringBuilder("failed");
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      line.append(": ").append(cause.toString().replaceAll("\\s+", " "));
    }
    return line.substring(0, Math.min(line.length(), LONGEST_FAILURE));
  }
}
