package com.example;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Names its resources: Jersey would take OrdersApi, which has a path too, for one. */
@ApplicationScoped
@ApplicationPath("/")
public class ShopApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(ShopResource.class);
  }
}
