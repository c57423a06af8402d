package io.mpoauth2.it.core;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Runs the features inside the server that is asked. */
@Path("/run")
public class RunResource {
  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public String run() {
    return FeatureRun.of(RestClientFeatures.class);
  }

  /** Is there as soon as the application is. */
  @GET
  @Path("ready")
  @Produces(MediaType.TEXT_PLAIN)
  public String ready() {
    return "ready";
  }
}
