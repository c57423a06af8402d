package io.mpoauth2.it.core.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Leads to sub-resources. */
@RegisterRestClient(configKey = "api")
@OAuth2Client(
    value = "signicat",
    scope = {"document_read", "document_write", "document_file", "identify"})
@Path("/signature/documents")
public interface DocumentFolder {
  @Path("{id}")
  OneDocument document(@PathParam("id") String id);
}
