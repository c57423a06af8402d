package io.mpoauth2.it.telemetry.application;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its token is revoked while it is in use. */
@RegisterRestClient(configKey = "signature")
@OAuth2Client("revoked")
@Path("/signature/documents")
public interface Revoked extends Document {}
