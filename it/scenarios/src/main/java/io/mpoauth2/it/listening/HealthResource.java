package io.mpoauth2.it.listening;

import io.mpoauth2.it.api.Controls;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Makes one call without a token. */
@Path("/calls")
@RequestScoped
public class HealthResource {
  @Inject @RestClient Controls sandbox;

  @GET
  public String health() {
    return sandbox.health();
  }
}
