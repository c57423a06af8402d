package io.mpoauth2.it.core.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its token is revoked before a POST of JSON. */
@RegisterRestClient(configKey = "api")
@OAuth2Client(value = "signicat", scope = "document_write")
@Path("/signature/documents")
public interface Creator extends DocumentCalls {}
