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
    String runtime = ConfigProvider.getConfig().getValue("results.row", String.class);
    return FeatureRun.of(RestClientFeatures.class, runtime);
  }

  /** Is there as soon as the application is. */
  @GET
  @Path("ready")
  @Produces(MediaType.TEXT_PLAIN)
  public String ready() {
    return "ready";
  }
}
