package io.mpoauth2.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls the API as any bean would: it knows nothing of tokens. */
@Path("documents/{id}")
@RequestScoped
public class DocumentsResource {
  @Inject @RestClient DocumentsApi documents;

  @GET
  public Response get(@PathParam("id") String id) {
    return Outcome.of(() -> documents.get(id));
  }

  @GET
  @Path("file")
  public Response file(@PathParam("id") String id) {
    return Outcome.of(() -> "a file of " + documents.file(id).length + " bytes");
  }
}
