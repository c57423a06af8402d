package io.mpoauth2.it.checked;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Is there as soon as the application is. */
@Path("/started")
@RequestScoped
public class StartedResource {
  @Inject
  @OAuth2Client("archive")
  TokenProvider tokens;

  @GET
  public String started() {
    return tokens.toString();
  }
}
