package io.mpoauth2.it.partner;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its client is the second one of the server's configuration. */
@RegisterRestClient(configKey = "signature")
@OAuth2Client("partner")
@Path("/signature/documents")
public interface PartnerApi {
  @GET
  @Path("{id}")
  String get(@PathParam("id") String id);
}
