package io.mpoauth2.it.redeployed;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.it.api.DocumentCalls;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its token endpoint is silent. */
@RegisterRestClient(configKey = "api")
@OAuth2Client("unanswered")
@Path("/signature/documents")
public interface Unanswered extends DocumentCalls {}
