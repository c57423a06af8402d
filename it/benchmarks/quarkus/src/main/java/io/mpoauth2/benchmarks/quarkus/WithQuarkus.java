package io.mpoauth2.benchmarks.quarkus;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Adds a token of Quarkus' own client. */
@RegisterRestClient(configKey = "api")
@OidcClientFilter
@Path("/api")
public interface WithQuarkus extends Calls {}
