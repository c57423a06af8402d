package io.mpoauth2.it.configured;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its trust store and its key stand in the configuration. */
@RegisterRestClient(configKey = "secured")
@OAuth2Client(value = "signicat", scope = "document_file")
@Path("/")
public interface Secured {
  @GET
  String get();
}
