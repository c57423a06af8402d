package io.mpoauth2.it.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/**
 * The document calls of the API. Says nothing about tokens. The path is on the interfaces that
 * extend this one: WildFly looks at interfaces for REST clients only if they have one.
 */
public interface DocumentCalls {
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  String get(@PathParam("id") String id);

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  CompletionStage<String> getLater(@PathParam("id") String id);

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  Response create(String document);
}
