package io.mpoauth2.it.quarkusrest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.InputStream;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;

/** Bodies as Quarkus REST has them. */
public interface AttachmentCalls {
  @POST
  @Path("{id}/attachments")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  Uni<String> attach(
      @PathParam("id") String id,
      @RestForm("title") String title,
      @RestForm("file") @PartType(MediaType.APPLICATION_OCTET_STREAM) File file);

  @POST
  @Path("{id}/attachments")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  Uni<String> attachStreamAsPart(
      @PathParam("id") String id,
      @RestForm("file") @PartType(MediaType.APPLICATION_OCTET_STREAM) InputStream file);

  @PUT
  @Path("{id}/attachments")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.APPLICATION_JSON)
  Uni<String> attachStream(@PathParam("id") String id, InputStream content);
}
