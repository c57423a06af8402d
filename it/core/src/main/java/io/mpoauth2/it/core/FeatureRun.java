package io.mpoauth2.it.core;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the features where there is no build to run tests: inside a server. */
final class FeatureRun {
  private FeatureRun() {}

  /** Runs them and gives the lines of this runtime. */
  static String of(Class<? extends ClientFeatures> features, String runtime) {
    Results results = new Results(runtime);
    run(features, results);
    return results.text();
  }

  /** Runs the matrix with MicroProfile clients and gives the lines of its column. */
  static String ofMatrix(String runtime) {
    MatrixResults results = new MatrixResults(runtime);
    run(RestClientMatrix.class, results);
    return results.text();
  }

  private static void run(Class<?> tests, TestExecutionListener results) {
    LauncherConfig config =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestExecutionListeners(results)
            .build();
    Launcher launcher = LauncherFactory.create(config);
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build();
    launcher.execute(request);
  }
}
