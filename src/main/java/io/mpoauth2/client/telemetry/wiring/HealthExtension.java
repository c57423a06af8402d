package io.mpoauth2.client.telemetry.wiring;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;

/**
 * Has the readiness check seen where this library is a module of the server, as on WildFly: there
 * the health module sees the application and the modules that it needs itself, and not what {@link
 * TelemetryExtension} adds to ours. A portable extension can say where its bean lies, a build
 * compatible one cannot. Quarkus runs only the latter, and has no such modules.
 */
public final class HealthExtension implements Extension {
  /** Made by CDI, as a service. */
  public HealthExtension() {}

  void add(@Observes AfterBeanDiscovery components, BeanManager beans) {
    if (TelemetryExtension.isPresent(TelemetryExtension.HEALTH)
        && ReadinessBean.isWanted(Thread.currentThread().getContextClassLoader())) {
      components.addBean(new ReadinessBean(beans));
    }
  }
}
