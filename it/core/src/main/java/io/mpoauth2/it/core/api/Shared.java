package io.mpoauth2.it.core.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its token is compared with that of an injected provider. */
@RegisterRestClient(configKey = "api")
@OAuth2Client(
    value = "signicat",
    scope = {"document_read", "document_file"})
@Path("/signature/documents")
public interface Shared extends DocumentCalls {}
