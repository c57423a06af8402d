package io.mpoauth2.it.telemetry.application;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Names its resources: else Jersey takes client interfaces for some. */
@ApplicationPath("/")
public class CallsApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(CallsResource.class);
  }
}
