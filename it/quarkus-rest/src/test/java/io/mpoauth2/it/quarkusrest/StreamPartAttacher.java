package io.mpoauth2.it.quarkusrest;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its scope, and so its token, is its own: it is revoked. */
@RegisterRestClient(configKey = "signature")
@OAuth2Client(
    value = "signicat",
    scope = {"document_write", "event", "identify"})
@Path("/signature/documents")
interface StreamPartAttacher extends AttachmentCalls {}
