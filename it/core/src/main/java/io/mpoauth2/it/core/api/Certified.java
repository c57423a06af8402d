package io.mpoauth2.it.core.api;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A client that shows the certificate of a file. */
@RegisterRestClient(configKey = "api")
@OAuth2Client("ledger")
@Path("/signature/documents")
public interface Certified extends DocumentCalls {}
