package io.mpoauth2.it.core.api;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A generated one, which nobody can annotate: a property of configuration opts in. */
@RegisterRestClient(configKey = "generated")
@Path("/signature/documents")
public interface Generated extends DocumentCalls {}
