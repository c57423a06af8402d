package io.mpoauth2.it.core.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Is called on a thread of the common pool. */
@RegisterRestClient(configKey = "api")
@OAuth2Client(
    value = "signicat",
    scope = {"document_read", "document_file", "identify"})
@Path("/signature/documents")
public interface Pooled extends DocumentCalls {}
