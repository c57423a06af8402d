package io.mpoauth2.it.telemetry.application;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its secret is in a file that is replaced. */
@RegisterRestClient(configKey = "signature")
@OAuth2Client("rotated")
@Path("/signature/documents")
public interface Rotated extends Document {}
