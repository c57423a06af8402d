package io.mpoauth2.it.core.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Is built in code. */
@RegisterRestClient(configKey = "api")
@OAuth2Client(value = "signicat", scope = "document_read")
@Path("/signature/documents")
public interface Built extends DocumentCalls {}
