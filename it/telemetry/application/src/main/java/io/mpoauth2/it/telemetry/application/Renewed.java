package io.mpoauth2.it.telemetry.application;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its token is renewed ahead of time. */
@RegisterRestClient(configKey = "signature")
@OAuth2Client("renewed")
@Path("/signature/documents")
public interface Renewed extends Document {}
