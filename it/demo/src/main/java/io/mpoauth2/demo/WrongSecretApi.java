package io.mpoauth2.demo;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The same API for a client of another name, so with settings and a token of its own. Its settings
 * are the transcript's, which gives it a secret that is wrong.
 */
@RegisterRestClient(configKey = "signature")
@OAuth2Client("wrong-secret")
@Path("/signature/documents")
public interface WrongSecretApi {
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  String get(@PathParam("id") String id);
}
