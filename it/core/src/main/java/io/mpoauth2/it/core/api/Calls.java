package io.mpoauth2.it.core.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The calls of the matrix, whoever makes them. */
@Produces(MediaType.TEXT_PLAIN)
public interface Calls {
  @GET
  Response get();

  @GET
  Response getAs(@HeaderParam("X-Caller") String caller);

  @GET
  Response getWithOwn(@HeaderParam("Authorization") String authorization);

  @HEAD
  Response head();

  @OPTIONS
  Response options();

  @DELETE
  Response delete();

  @PUT
  Response putNothing();

  @POST
  @Consumes(MediaType.TEXT_PLAIN)
  Response post(String body);

  @POST
  @Consumes(MediaType.TEXT_PLAIN)
  Response postExpecting(@HeaderParam("Expect") String expectation, String body);

  @POST
  @Consumes(MediaType.TEXT_PLAIN)
  CompletionStage<Response> postLater(String body);

  @PATCH
  @Consumes(MediaType.TEXT_PLAIN)
  Response patch(String body);

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  Response putJson(String json);

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  Response postForm(@FormParam("a") String a, @FormParam("b") String b);

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  Response postStream(InputStream content);

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  Response postParts(List<EntityPart> parts);

  /** Its argument tells what is in the list, where a parameter's own type is forgotten. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  Response postTypedParts(GenericEntity<List<EntityPart>> parts);

  @POST
  @Path("{where}")
  @Consumes(MediaType.TEXT_PLAIN)
  Response postTo(
      @PathParam("where") String where,
      @QueryParam("q") List<String> query,
      @HeaderParam("X-Of-Invocation") String header,
      @HeaderParam("Cookie") String cookie,
      String body);
}
