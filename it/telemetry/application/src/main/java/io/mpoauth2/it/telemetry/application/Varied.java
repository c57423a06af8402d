package io.mpoauth2.it.telemetry.application;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its secret is changed by the server's own means. */
@RegisterRestClient(configKey = "signature")
@OAuth2Client("varied")
@Path("/signature/documents")
public interface Varied extends Document {}
