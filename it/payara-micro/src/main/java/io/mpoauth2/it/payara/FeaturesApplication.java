package io.mpoauth2.it.payara;

import io.mpoauth2.it.core.RunResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * Names its resources: Jersey would take the client interfaces, which have a {@code @Path} too, for
 * some.
 */
@ApplicationPath("/")
public class FeaturesApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(RunResource.class);
  }
}
