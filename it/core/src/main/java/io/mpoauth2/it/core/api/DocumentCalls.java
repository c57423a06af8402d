package io.mpoauth2.it.core.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The calls of the API, one for each kind of body and of answer. Says nothing about tokens. The
 * path is on the interfaces that extend this one: WildFly looks at interfaces for REST clients only
 * if they have one.
 */
public interface DocumentCalls {
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  String get(@PathParam("id") String id);

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  Response receive(@PathParam("id") String id);

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  CompletionStage<String> getLater(@PathParam("id") String id);

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  String create(String document);

  @DELETE
  @Path("{id}")
  void delete(@PathParam("id") String id);

  @POST
  @Path("{id}/attachments")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  String attachForm(
      @PathParam("id") String id, @FormParam("title") String title, @FormParam("note") String note);

  @PUT
  @Path("{id}/attachments")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.APPLICATION_JSON)
  String attach(@PathParam("id") String id, InputStream content);

  @POST
  @Path("{id}/attachments")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  String attachParts(@PathParam("id") String id, List<EntityPart> parts);

  /** The same where the runtime forgets what the list is of. */
  @POST
  @Path("{id}/attachments")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  String attachTypedParts(@PathParam("id") String id, GenericEntity<List<EntityPart>> parts);
}
