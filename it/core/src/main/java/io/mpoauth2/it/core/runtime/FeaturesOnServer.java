package io.mpoauth2.it.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mpoauth2.it.core.ClientFeatures;
import io.mpoauth2.it.core.MatrixResults;
import io.mpoauth2.it.core.RestClientFeatures;
import io.mpoauth2.it.core.Results;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Has a server run the features inside itself; each of them is a test here too. */
public abstract class FeaturesOnServer {
  private static final Duration RUN = Duration.ofSeconds(180);

  /**
   * Gives the command that starts the server with the application deployed. The environment that
   * tells it of the sandbox is added to it.
   */
  protected abstract ProcessBuilder command(int port) throws IOException;

  /** The JDK of the tests is the server's too. */
  protected static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  @TestFactory
  Stream<DynamicTest> features() throws IOException, InterruptedException {
    Lines lines = runInServer();
    Results.write(lines.features);
    MatrixResults.write("", lines.matrix);
    Properties outcomes = new Properties();
    outcomes.load(new StringReader(lines.features));
    return Stream.concat(
        features(RestClientFeatures.class)
            .map(
                feature ->
                    outcome(
                        feature.getName(), outcomes.getProperty(Results.key(feature), "not run"))),
        rows(lines.matrix));
  }

  /** Gives a test per row of the matrix; the lines before them tell runtime and day. */
  private static Stream<DynamicTest> rows(String matrix) {
    List<String> lines = matrix.lines().skip(2).toList();
    assertThat(lines).as("rows of the matrix").isNotEmpty();
    return lines.stream().map(line -> line.split("=", 2)).map(row -> outcome(row[0], row[1]));
  }

  private static DynamicTest outcome(String name, String outcome) {
    return dynamicTest(name, () -> assertThat(outcome).matches("ok|" + Results.NO + ".+"));
  }

  private Lines runInServer() throws IOException, InterruptedException {
    int port = ServerProcess.freePort();
    File output = new File(System.getProperty("server.output"));
    try (ServedSandbox sandbox = ServedSandbox.start()) {
      ProcessBuilder command = command(port);
      Map<String, String> environment = command.environment();
      sandbox.settings().forEach((name, value) -> environment.put(variable(name), value));
      environment.put("RESULTS_ROW", System.getProperty("results.row"));
      environment.put("RUNTIME_OUTPUT", output.getPath());
      URI base = URI.create("http://127.0.0.1:" + port);
      try (ServerProcess server = ServerProcess.start(command, output, base)) {
        server.awaitAnswerAt("/run/ready");
        return new Lines(server.get("/run", RUN), server.get("/run/matrix", RUN));
      }
    }
  }

  /** As MicroProfile Config looks for a property in the environment. */
  private static String variable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static Stream<Method> features(Class<? extends ClientFeatures> features) {
    return AnnotationSupport.findAnnotatedMethods(
        features, Test.class, HierarchyTraversalMode.TOP_DOWN)
        .stream();
  }

  /** What came of a run. */
  private record Lines(String features, String matrix) {}
}
