package io.mpoauth2.it.core.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Has a client whose settings are the copy of a template, and which is given everything. */
@RegisterRestClient(configKey = "api")
@OAuth2Client("partner")
@Path("/signature/documents")
public interface Partner extends DocumentCalls {}
