package io.mpoauth2.demo;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * A part of Signicat's signature API. The path is on the interface, not on its methods alone,
 * because WildFly looks at no other interfaces for REST clients.
 */
@RegisterRestClient(configKey = "signature")
@OAuth2Client("signicat")
@Path("/signature/documents")
public interface DocumentsApi {
  /** Needs the scope {@code document_read}. */
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  String get(@PathParam("id") String id);

  /** Needs the scope {@code document_file}. */
  @GET
  @Path("{id}/files")
  @Produces("application/pdf")
  byte[] file(@PathParam("id") String id);
}
