package io.mpoauth2.it.core.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its token is good for nothing it does. */
@RegisterRestClient(configKey = "api")
@OAuth2Client(value = "signicat", scope = "event")
@Path("/signature/documents")
public interface Narrow extends DocumentCalls {}
