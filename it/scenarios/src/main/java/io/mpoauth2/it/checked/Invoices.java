package io.mpoauth2.it.checked;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its client has an id and no more. */
@RegisterRestClient(configKey = "invoices")
@OAuth2Client("invoicing")
@Path("/invoices")
public interface Invoices {
  @GET
  String list();
}
