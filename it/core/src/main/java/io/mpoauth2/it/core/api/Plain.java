package io.mpoauth2.it.core.api;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Has no sign of OAuth on it. */
@RegisterRestClient(configKey = "api")
@Path("/signature/documents")
public interface Plain extends DocumentCalls {}
