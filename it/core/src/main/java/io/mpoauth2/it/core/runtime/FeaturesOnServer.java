package io.mpoauth2.it.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mpoauth2.it.core.ClientFeatures;
import io.mpoauth2.it.core.RestClientFeatures;
import io.mpoauth2.it.core.Results;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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
    String lines = runInServer();
    Results.write(lines);
    Properties outcomes = new Properties();
    outcomes.load(new StringReader(lines));
    return features(RestClientFeatures.class)
        .map(
            feature ->
                dynamicTest(
                    feature.getName(),
                    () ->
                        assertThat(outcomes.getProperty(Results.key(feature), "not run"))
                            .matches("ok|" + Results.NO + ".+")));
  }

  private String runInServer() throws IOException, InterruptedException {
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
        return server.get("/run", RUN);
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
}
