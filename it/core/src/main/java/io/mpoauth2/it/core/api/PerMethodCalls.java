package io.mpoauth2.it.core.api;

import io.mpoauth2.client.WithToken;
import io.mpoauth2.client.WithoutToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;

/** Methods that are inherited with their annotations. */
public interface PerMethodCalls {
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @WithToken(scope = {"document_read", "document_write", "event", "identify"})
  String inheritedWithScope(@PathParam("id") String id);

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @WithoutToken
  String inheritedWithout(@PathParam("id") String id);

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @WithoutToken
  CompletionStage<String> laterWithout(@PathParam("id") String id);

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @WithToken("confined")
  CompletionStage<String> laterConfined(@PathParam("id") String id);
}
