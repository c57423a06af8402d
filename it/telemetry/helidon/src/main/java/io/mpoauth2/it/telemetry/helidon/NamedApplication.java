package io.mpoauth2.it.telemetry.helidon;

import io.mpoauth2.it.telemetry.application.CallsResource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Names its resource: else Jersey takes client interfaces for some. */
@ApplicationScoped
@ApplicationPath("/")
public class NamedApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(CallsResource.class);
  }
}
