package io.mpoauth2.it.core;

import io.mpoauth2.it.core.api.DocumentCalls;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The same calls by hand. */
record PlainDocumentCalls(WebTarget documents) implements DocumentCalls {
  @Override
  public String get(String id) {
    return document(id).get(String.class);
  }

  @Override
  public Response receive(String id) {
    return document(id).get();
  }

  @Override
  public CompletionStage<String> getLater(String id) {
    return document(id).rx().get(String.class);
  }

  @Override
  public String create(String document) {
    return documents.request(MediaType.APPLICATION_JSON).post(Entity.json(document), String.class);
  }

  @Override
  public void delete(String id) {
    document(id).delete(Void.class);
  }

  @Override
  public String attachForm(String id, String title, String note) {
    return attachments(id)
        .post(Entity.form(new Form("title", title).param("note", note)), String.class);
  }

  @Override
  public String attach(String id, InputStream content) {
    return attachments(id)
        .put(Entity.entity(content, MediaType.APPLICATION_OCTET_STREAM), String.class);
  }

  @Override
  public String attachParts(String id, List<EntityPart> parts) {
    return attachTypedParts(id, new GenericEntity<>(parts) {});
  }

  @Override
  public String attachTypedParts(String id, GenericEntity<List<EntityPart>> parts) {
    return attachments(id).post(Entity.entity(parts, MediaType.MULTIPART_FORM_DATA), String.class);
  }

  private Invocation.Builder document(String id) {
    return documents.path(id).request(MediaType.APPLICATION_JSON);
  }

  private Invocation.Builder attachments(String id) {
    return documents.path(id).path("attachments").request(MediaType.APPLICATION_JSON);
  }
}
