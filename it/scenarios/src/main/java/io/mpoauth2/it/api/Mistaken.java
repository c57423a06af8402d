package io.mpoauth2.it.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Has another client's settings, with a wrong secret. */
@RegisterRestClient(configKey = "api")
@OAuth2Client("mistaken")
@Path("/signature/documents")
public interface Mistaken extends DocumentCalls {}
