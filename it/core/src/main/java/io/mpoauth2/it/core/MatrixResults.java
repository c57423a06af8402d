package io.mpoauth2.it.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
 * Writes down what came of the matrix, each test class a column in a file of its own in {@code
 * target/matrix}: {@code row=<the runtime>}, {@code date=<the day>}, then {@code <group>/<row>=ok}
 * or {@code no: <why>}. JUnit finds it as a service.
 */
public final class MatrixResults implements TestExecutionListener {
  private static final String JDK = "JDK " + Runtime.version().feature();

  private final Map<String, Map<String, String>> columns = new TreeMap<>();
  private final String runtime;

  /** Made by JUnit, in the JVM of the build. */
  public MatrixResults() {
    this(System.getProperty("results.row"));
  }

  /** Made inside a server. */
  MatrixResults(String runtime) {
    this.runtime = runtime;
  }

  @Override
  public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    String reason = entry.getKeyValuePairs().get(Results.CANNOT);
    if (reason != null) {
      row(test).ifPresent(row -> column(row).put(key(row), Results.NO + reason));
    }
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() != TestExecutionResult.Status.ABORTED) {
      row(test)
          .ifPresent(row -> column(row).merge(key(row), Results.outcome(result), Results::worse));
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    columns.keySet().forEach(column -> write(column.replaceAll("\\W+", "-"), text(column)));
  }

  /**
   * Writes a column where the maker of the table looks for it.
   *
   * @param suffix of the file's name, where a runtime has several columns
   * @param text the lines
   */
  public static void write(String suffix, String text) {
    String file = System.getProperty("results.file");
    if (file == null) {
      return;
    }
    Path results = Path.of(file);
    Path directory = results.resolveSibling("../matrix").normalize();
    String name =
        results.getFileName() + suffix + '-' + JDK.replace(" ", "").toLowerCase(Locale.ROOT);
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(name + ".properties"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the lines of the only column. */
  synchronized String text() {
    return columns.keySet().stream().findFirst().map(this::text).orElse("");
  }

  private synchronized String text(String column) {
    StringBuilder lines =
        new StringBuilder("row=").append(runtime).append(column).append(", ").append(JDK);
    lines.append("\ndate=").append(LocalDate.now(ZoneOffset.UTC));
    columns.get(column).forEach((row, outcome) -> lines.append('\n').append(row + '=' + outcome));
    return lines.append('\n').toString();
  }

  private Map<String, String> column(MethodSource row) {
    Column name = row.getJavaClass().getAnnotation(Column.class);
    return columns.computeIfAbsent(
        name == null ? "" : ", " + name.value(), column -> new TreeMap<>());
  }

  private static String key(MethodSource row) {
    return row.getJavaMethod().getDeclaringClass().getSimpleName() + '/' + row.getMethodName();
  }

  private static Optional<MethodSource> row(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .filter(source -> SameRequest.class.isAssignableFrom(source.getJavaClass()));
  }
}
