package io.mpoauth2.it.core.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What a user writes: the configured client with its configured scope. */
@RegisterRestClient(configKey = "api")
@OAuth2Client("signicat")
@Path("/signature/documents")
public interface Injected extends DocumentCalls {}
