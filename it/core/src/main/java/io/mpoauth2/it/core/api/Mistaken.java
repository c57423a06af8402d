package io.mpoauth2.it.core.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Has a client whose secret is wrong. */
@RegisterRestClient(configKey = "api")
@OAuth2Client("mistaken")
@Path("/signature/documents")
public interface Mistaken extends DocumentCalls {}
