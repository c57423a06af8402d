package io.mpoauth2.it.telemetry.application;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its token endpoint goes down. */
@RegisterRestClient(configKey = "signature")
@OAuth2Client("watched")
@Path("/signature/documents")
public interface Watched extends Document {}
