package io.mpoauth2.it.core.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Has a client that may call another API only. */
@RegisterRestClient(configKey = "api")
@OAuth2Client("confined")
@Path("/signature/documents")
public interface Confined extends DocumentCalls {}
