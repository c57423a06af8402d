package io.mpoauth2.benchmarks.quarkus;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What is called; it looks at no token. */
@Path("/api")
public class Api {
  @GET
  @Produces(MediaType.TEXT_PLAIN)
  @NonBlocking
  public String get() {
    return "hello";
  }
}
