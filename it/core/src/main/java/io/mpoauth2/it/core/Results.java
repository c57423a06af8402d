package io.mpoauth2.it.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
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
 * Writes down which features there are in this runtime: a line {@code row=<the runtime>}, a line
 * {@code date=<the day>}, then {@code <feature>/<test>=ok} or {@code <feature>/<test>=no: <why>}
 * for each. JUnit finds it as a service; it writes where {@code results.file} says so.
 */
public final class Results implements TestExecutionListener {
  /** The key of what a test reports where a runtime cannot do something, for a known reason. */
  static final String CANNOT = "cannot";

  /** What an outcome begins with that the runtime's project expects. */
  public static final String NO = "no: ";

  private static final String JDK = "JDK " + Runtime.version().feature();
  private static final int LONGEST_FAILURE = 2_000;

  private final Map<Method, String> outcomes =
      new TreeMap<>(Comparator.comparing(Results::feature).thenComparing(Method::getName));
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
      shown(test).ifPresent(method -> outcomes.put(method, NO + reason));
    }
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    shown(test).ifPresent(method -> outcomes.merge(method, outcome(result), Results::worse));
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
    lines.append("\ndate=").append(LocalDate.now(ZoneOffset.UTC));
    outcomes.forEach((test, outcome) -> lines.append('\n').append(key(test) + '=' + outcome));
    return lines.append('\n').toString();
  }

  /** Gives what a test's outcome stands under. */
  public static String key(Method test) {
    return feature(test).name().toLowerCase(Locale.ROOT) + '/' + test.getName();
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

  private static Optional<Method> shown(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(source -> ((MethodSource) source).getJavaMethod())
        .filter(method -> method.isAnnotationPresent(Shows.class));
  }

  private static Feature feature(Method test) {
    return test.getAnnotation(Shows.class).value();
  }

  static String outcome(TestExecutionResult result) {
    return result.getThrowable().map(Results::oneLine).orElse("ok");
  }

  /** A known limit is kept, but for a failure beside it. */
  static String worse(String known, String next) {
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
