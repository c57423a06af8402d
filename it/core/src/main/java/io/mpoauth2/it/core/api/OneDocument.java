package io.mpoauth2.it.core.api;

import io.mpoauth2.client.WithToken;
import io.mpoauth2.client.WithoutToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A sub-resource. */
@Produces(MediaType.APPLICATION_JSON)
public interface OneDocument {
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  String get();

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @WithToken("confined")
  String confined();

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @WithoutToken
  String without();
}
