package io.mpoauth2.it.checked;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Answers where it has started. */
@ApplicationPath("/")
public class CheckedApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(StartedResource.class);
  }
}
