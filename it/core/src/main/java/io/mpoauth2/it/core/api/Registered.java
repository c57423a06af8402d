package io.mpoauth2.it.core.api;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Registers the filter as it would any other provider. */
@RegisterRestClient(configKey = "api")
@RegisterProvider(BearerTokenFilter.class)
@Path("/signature/documents")
public interface Registered extends DocumentCalls {}
