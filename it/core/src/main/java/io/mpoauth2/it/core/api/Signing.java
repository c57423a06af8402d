package io.mpoauth2.it.core.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A client that signs with the key of a file. */
@RegisterRestClient(configKey = "api")
@OAuth2Client("orders")
@Path("/signature/documents")
public interface Signing extends DocumentCalls {}
