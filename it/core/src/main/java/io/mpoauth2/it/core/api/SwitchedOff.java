package io.mpoauth2.it.core.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Has a client that is switched off. */
@RegisterRestClient(configKey = "api")
@OAuth2Client("off")
@Path("/signature/documents")
public interface SwitchedOff extends DocumentCalls {}
