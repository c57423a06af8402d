package io.mpoauth2.benchmarks.quarkus;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Adds a token of the library's, and would replace it after a 401. */
@RegisterRestClient(configKey = "api")
@OAuth2Client("measured")
@Path("/api")
public interface WithOurs extends Calls {}
