package io.mpoauth2.benchmarks.quarkus;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Adds a header that is there already. */
@RegisterRestClient(configKey = "api")
@RegisterProvider(ReadyHeader.class)
@Path("/api")
public interface WithReadyHeader extends Calls {}
