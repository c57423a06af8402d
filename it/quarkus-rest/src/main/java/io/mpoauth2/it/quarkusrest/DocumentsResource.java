package io.mpoauth2.it.quarkusrest;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Runs on an event loop, as every resource does that returns a Uni. */
@Path("/documents")
public class DocumentsResource {
  @Inject @RestClient DocumentsApi documents;

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<String> get(@PathParam("id") String id) {
    return documents.get(id);
  }
}
