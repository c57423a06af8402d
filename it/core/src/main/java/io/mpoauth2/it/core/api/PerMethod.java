package io.mpoauth2.it.core.api;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.WithToken;
import io.mpoauth2.client.WithoutToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its methods differ in their tokens. */
@RegisterRestClient(configKey = "api")
@OAuth2Client(
    value = "signicat",
    scope = {"document_read", "document_file", "event", "identify"})
@Path("/signature/documents")
public interface PerMethod extends PerMethodCalls {
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  String get(@PathParam("id") String id);

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @WithToken(scope = "identify")
  String narrow(@PathParam("id") String id);

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @WithToken("confined")
  String confined(@PathParam("id") String id);

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @WithoutToken
  String without(@PathParam("id") String id);
}
