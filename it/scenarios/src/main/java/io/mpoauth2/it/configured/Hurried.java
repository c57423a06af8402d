package io.mpoauth2.it.configured;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its read timeout stands in the configuration. */
@RegisterRestClient(configKey = "hurried")
@OAuth2Client(value = "signicat", scope = "document_read")
@Path("/")
public interface Hurried {
  @GET
  String get();
}
