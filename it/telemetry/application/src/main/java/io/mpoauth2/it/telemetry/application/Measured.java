package io.mpoauth2.it.telemetry.application;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its measurements are looked at. */
@RegisterRestClient(configKey = "signature")
@OAuth2Client("measured")
@Path("/signature/documents")
public interface Measured extends Document {}
