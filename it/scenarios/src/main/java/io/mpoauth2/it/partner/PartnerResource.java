package io.mpoauth2.it.partner;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Passes on what the API has. */
@Path("/documents")
@RequestScoped
public class PartnerResource {
  @Inject @RestClient PartnerApi documents;

  @GET
  @Path("{id}")
  public String get(@PathParam("id") String id) {
    return documents.get(id);
  }
}
