package io.mpoauth2.it.quarkusrest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A call for event loops. */
interface UniCalls {
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  Uni<String> get(@PathParam("id") String id);

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  Uni<Response> receive(@PathParam("id") String id);
}
