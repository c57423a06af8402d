package io.mpoauth2.it.tested;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The API that is called with tokens. */
@RegisterRestClient(configKey = "signature")
@OAuth2Client("tested")
@Path("/signature/documents")
public interface DocumentsApi {
  @GET
  @Path("{id}")
  String get(@PathParam("id") String id);
}
