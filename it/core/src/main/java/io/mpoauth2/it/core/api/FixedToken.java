package io.mpoauth2.it.core.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Has a client with a fixed token, which the API does not know. */
@RegisterRestClient(configKey = "api")
@OAuth2Client("fixed")
@Path("/signature/documents")
public interface FixedToken extends DocumentCalls {}
