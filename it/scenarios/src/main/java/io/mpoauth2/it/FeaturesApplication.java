package io.mpoauth2.it;

import io.mpoauth2.it.core.RunResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Has the features run. */
@ApplicationPath("/")
public class FeaturesApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(RunResource.class);
  }
}
