package io.mpoauth2.it.redeployed;

import io.mpoauth2.it.api.Controls;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Makes one call, without a token: what a server keeps of an application without the library. */
@Path("/plain")
@RequestScoped
public class PlainResource {
  @Inject @RestClient Controls sandbox;

  @GET
  public String health() {
    return sandbox.health();
  }
}
