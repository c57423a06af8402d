package io.mpoauth2.it.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Steers the sandbox from inside the server. */
@RegisterRestClient(configKey = "api")
@Path("/sandbox")
public interface Controls {
  @GET
  @Path("/health")
  String health();

  @GET
  @Path("/counters")
  String counters();

  @POST
  @Path("/revoke")
  void revokeTokens();

  @POST
  @Path("/refuse-all")
  @Consumes(MediaType.TEXT_PLAIN)
  void refuseAll(String trueOrFalse);

  @POST
  @Path("/token-fault")
  @Consumes(MediaType.APPLICATION_JSON)
  void failTokenRequests(String fault);
}
