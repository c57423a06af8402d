package io.mpoauth2.authorizationservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Keeps what came of each feature, for a table: a line {@code row=} with the server's name, a line
 * {@code date=} with the day, then a line per feature with {@code ok}, or {@code no:} and a reason.
 */
final class Results implements TestWatcher {
  private static final String OK = "ok";

  private final Map<Feature, String> byFeature = new EnumMap<>(Feature.class);

  @Override
  public void testSuccessful(ExtensionContext test) {
    feature(test).ifPresent(feature -> byFeature.putIfAbsent(feature, OK));
  }

  @Override
  public void testFailed(ExtensionContext test, Throwable cause) {
    failed(test, String.valueOf(cause.getMessage()));
  }

  @Override
  public void testAborted(ExtensionContext test, Throwable cause) {
    failed(test, "aborted");
  }

  @Override
  public void testDisabled(ExtensionContext test, Optional<String> reason) {
    failed(test, "not tested");
  }

  /**
   * Writes the file. A feature without a test that was run counts as missing.
   *
   * @param lacks why there is none
   */
  void write(Path file, String row, Map<Feature, String> lacks) throws IOException {
    StringBuilder lines = new StringBuilder("row=" + row + "\n");
    lines.append("date=").append(LocalDate.now(ZoneOffset.UTC)).append('\n');
    for (Feature feature : Feature.values()) {
      String result =
          byFeature.getOrDefault(feature, "no: " + lacks.getOrDefault(feature, "not tested"));
      lines.append(feature.key()).append('=').append(result).append('\n');
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines);
  }

  private void failed(ExtensionContext test, String reason) {
    String line = reason.strip().replaceAll("\\s+", " ");
    String shown = "no: " + (line.length() > 200 ? line.substring(0, 200) + "…" : line);
    feature(test).ifPresent(feature -> byFeature.merge(feature, shown, Results::first));
  }

  private static String first(String before, String now) {
    return before.equals(OK) ? now : before;
  }

  private static Optional<Feature> feature(ExtensionContext test) {
    return test.getTestMethod().map(method -> method.getAnnotation(Shows.class)).map(Shows::value);
  }
}
