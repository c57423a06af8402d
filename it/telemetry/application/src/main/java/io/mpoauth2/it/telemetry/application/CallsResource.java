package io.mpoauth2.it.telemetry.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls the API with one of the clients. */
@ApplicationScoped
@Path("calls")
public class CallsResource {
  @Inject @RestClient First first;
  @Inject @RestClient Renewed renewed;
  @Inject @RestClient Revoked revoked;
  @Inject @RestClient Measured measured;
  @Inject @RestClient Watched watched;
  @Inject @RestClient Rotated rotated;
  @Inject @RestClient Varied varied;

  @GET
  public String ready() {
    return "ready";
  }

  /** Gives 502 where the call failed. */
  @GET
  @Path("{client}")
  public Response call(@PathParam("client") String client) {
    try {
      return Response.ok(clients().get(client).get("contract-1")).build();
    } catch (RuntimeException e) {
      return Response.status(Response.Status.BAD_GATEWAY).entity(e.toString()).build();
    }
  }

  private Map<String, Document> clients() {
    return Map.of(
        "first", first,
        "renewed", renewed,
        "revoked", revoked,
        "measured", measured,
        "watched", watched,
        "rotated", rotated,
        "varied", varied);
  }
}
