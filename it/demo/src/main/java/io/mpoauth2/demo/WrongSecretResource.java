package io.mpoauth2.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * A resource of its own, as its client can only be built where the transcript gave it settings, and
 * that is not so against the real API.
 */
@Path("wrong-secret/{id}")
@RequestScoped
public class WrongSecretResource {
  @Inject @RestClient WrongSecretApi documents;

  @GET
  public Response get(@PathParam("id") String id) {
    return Outcome.of(() -> documents.get(id));
  }
}
