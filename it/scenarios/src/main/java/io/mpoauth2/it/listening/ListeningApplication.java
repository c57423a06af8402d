package io.mpoauth2.it.listening;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** As {@link io.mpoauth2.it.redeployed.RedeployedApplication}. */
@ApplicationPath("/")
public class ListeningApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(HealthResource.class);
  }
}
