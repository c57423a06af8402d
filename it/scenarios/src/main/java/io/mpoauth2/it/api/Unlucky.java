package io.mpoauth2.it.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks for its first token while the token endpoint is down. */
@RegisterRestClient(configKey = "api")
@OAuth2Client(
    value = "signicat",
    scope = {"document_read", "document_write", "event"})
@Path("/signature/documents")
public interface Unlucky extends DocumentCalls {}
