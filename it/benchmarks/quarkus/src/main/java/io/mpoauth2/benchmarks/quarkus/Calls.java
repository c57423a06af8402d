package io.mpoauth2.benchmarks.quarkus;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The call that is measured. */
public interface Calls {
  @GET
  @Produces(MediaType.TEXT_PLAIN)
  String get();
}
