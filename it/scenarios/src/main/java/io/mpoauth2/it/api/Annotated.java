package io.mpoauth2.it.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What a user writes. */
@RegisterRestClient(configKey = "api")
@OAuth2Client("signicat")
@Path("/signature/documents")
public interface Annotated extends DocumentCalls {}
