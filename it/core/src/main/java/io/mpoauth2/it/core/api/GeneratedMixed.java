package io.mpoauth2.it.core.api;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A generated one with a public operation: configuration says so. */
@RegisterRestClient(configKey = "generated-mixed")
@Path("/signature/documents")
public interface GeneratedMixed extends DocumentCalls {}
