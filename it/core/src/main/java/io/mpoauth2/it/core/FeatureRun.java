package io.mpoauth2.it.core;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the features where there is no build to run tests: inside a server. */
final class FeatureRun {
  private FeatureRun() {}

  /** Runs them and gives the lines of this runtime. */
  static String of(Class<? extends ClientFeatures> features, String runtime) {
    Results results = new Results(runtime);
    LauncherConfig config =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestExecutionListeners(results)
            .build();
    Launcher launcher = LauncherFactory.create(config);
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(features)).build();
    launcher.execute(request);
    return results.text();
  }
}
