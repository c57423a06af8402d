package io.mpoauth2.it;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of the sandbox that asks for no token. */
@RegisterRestClient(configKey = "sandbox")
@Path("/sandbox/health")
public interface SandboxHealth {
  @GET
  String health();
}
