package io.mpoauth2.it.configured;

import io.mpoauth2.client.OAuth2Client;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Calls again and again, whatever the failure. */
@RegisterRestClient(configKey = "api")
@OAuth2Client(value = "signicat", scope = "event")
@Path("/notification/events")
public interface Insistent {
  @GET
  @Retry(maxRetries = 5, delay = 0, jitter = 0)
  String events();
}
