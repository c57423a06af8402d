package io.mpoauth2.it.core.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Has a client whose settings are the copy of a template, and whose token endpoint was forgotten.
 */
@RegisterRestClient(configKey = "api")
@OAuth2Client("carrier")
@Path("/signature/documents")
public interface Carrier extends DocumentCalls {}
