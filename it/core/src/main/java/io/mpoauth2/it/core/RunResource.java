package io.mpoauth2.it.core;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.ConfigProvider;

/** Runs the features inside the server that is asked. */
@Path("/run")
public class RunResource {
  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public String run() {
    return FeatureRun.of(RestClientFeatures.class, runtime());
  }

  /** Runs the matrix with MicroProfile clients. */
  @GET
  @Path("matrix")
  @Produces(MediaType.TEXT_PLAIN)
  public String matrix() {
    return FeatureRun.ofMatrix(runtime());
  }

  /** Is there as soon as the application is. */
  @GET
  @Path("ready")
  @Produces(MediaType.TEXT_PLAIN)
  public String ready() {
    return "ready";
  }

  private static String runtime() {
    return ConfigProvider.getConfig().getValue("results.row", String.class);
  }
}
