package io.mpoauth2.it.core;

import io.mpoauth2.it.core.api.Calls;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The calls by hand. */
record PlainCalls(WebTarget target) implements Calls {
  @Override
  public Response get() {
    return request().get();
  }

  @Override
  public Response getAs(String caller) {
    return request().header("X-Caller", caller).get();
  }

  @Override
  public Response getWithOwn(String authorization) {
    return request().header(HttpHeaders.AUTHORIZATION, authorization).get();
  }

  @Override
  public Response head() {
    return request().head();
  }

  @Override
  public Response options() {
    return request().options();
  }

  @Override
  public Response delete() {
    return request().delete();
  }

  @Override
  public Response putNothing() {
    return request().method(HttpMethod.PUT);
  }

  @Override
  public Response post(String body) {
    return request().post(Entity.text(body));
  }

  @Override
  public Response postExpecting(String expectation, String body) {
    return request().header("Expect", expectation).post(Entity.text(body));
  }

  @Override
  public CompletionStage<Response> postLater(String body) {
    return request().rx().post(Entity.text(body));
  }

  @Override
  public Response patch(String body) {
    return request().method(HttpMethod.PATCH, Entity.text(body));
  }

  @Override
  public Response putJson(String json) {
    return request().put(Entity.json(json));
  }

  @Override
  public Response postForm(String a, String b) {
    return request().post(Entity.form(new Form("a", a).param("b", b)));
  }

  @Override
  public Response postStream(InputStream content) {
    return request().post(Entity.entity(content, MediaType.APPLICATION_OCTET_STREAM));
  }

  @Override
  public Response postParts(List<EntityPart> parts) {
    return postTypedParts(new GenericEntity<>(parts) {});
  }

  @Override
  public Response postTypedParts(GenericEntity<List<EntityPart>> parts) {
    return request().post(Entity.entity(parts, MediaType.MULTIPART_FORM_DATA));
  }

  @Override
  public Response postTo(
      String where, List<String> query, String header, String cookie, String body) {
    return target
        .path(where)
        .queryParam("q", query.toArray())
        .request(MediaType.TEXT_PLAIN)
        .header("X-Of-Invocation", header)
        .header(HttpHeaders.COOKIE, cookie)
        .post(Entity.text(body));
  }

  private Invocation.Builder request() {
    return target.request(MediaType.TEXT_PLAIN);
  }
}
