package io.mpoauth2.it.quarkusrest;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Has a wrong secret. */
@RegisterRestClient(configKey = "signature")
@OAuth2Client("mistaken")
@Path("/signature/documents")
interface Mistaken extends UniCalls {}
