package io.mpoauth2.it.redeployed;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Names its resources: client interfaces, which have a {@code @Path} too, are none. */
@ApplicationPath("/")
public class RedeployedApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(CallsResource.class, PlainResource.class);
  }
}
