package io.mpoauth2.it.telemetry.application;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its first token is looked at. */
@RegisterRestClient(configKey = "signature")
@OAuth2Client("first")
@Path("/signature/documents")
public interface First extends Document {}
