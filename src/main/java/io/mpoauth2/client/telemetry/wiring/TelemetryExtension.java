package io.mpoauth2.client.telemetry.wiring;

import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;

/** Adds those who watch, each only where its API is. */
public final class TelemetryExtension implements BuildCompatibleExtension {
  static final String HEALTH = "org.eclipse.microprofile.health.HealthCheck";

  /** Made by CDI, as a service. */
  public TelemetryExtension() {}

  /**
   * Adds the beans.
   *
   * @param components where beans are added
   */
  @Synthesis
  public void add(SyntheticComponents components) {
    if (isPresent("io.opentelemetry.api.OpenTelemetry")) {
      OpenTelemetryBean.addTo(components);
    }
    if (isPresent(HEALTH)) {
      HealthBeans.addTo(components);
    }
  }

  /** As this class sees it, because so do the classes that use it. */
  static boolean isPresent(String type) {
    try {
      Class.forName(type, false, TelemetryExtension.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
