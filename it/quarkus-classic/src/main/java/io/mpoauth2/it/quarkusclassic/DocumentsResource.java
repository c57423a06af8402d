package io.mpoauth2.it.quarkusclassic;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Knows nothing about tokens. */
@Path("/documents")
public class DocumentsResource {
  @Inject @RestClient DocumentsApi documents;

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public String get(@PathParam("id") String id) {
    return documents.get(id);
  }
}
