package io.mpoauth2.benchmarks.quarkus;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Adds nothing. */
@RegisterRestClient(configKey = "api")
@Path("/api")
public interface WithoutToken extends Calls {}
