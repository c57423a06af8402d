package io.mpoauth2.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The documents to be signed, their files and attachments, and the events that tell of them. */
final class Documents {
  private static final String PATH = "/signature/documents";
  private static final String ONE = PATH + "/{id}";

  private final Map<String, ObjectNode> documents =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final byte[] pdf = pdf();

  Documents() {
    add("contract-1", Json.object().put("title", "Contract 1"));
    add("contract-2", Json.object().put("title", "Contract 2"));
  }

  void addTo(Routes routes, BearerGate gate) {
    routes
        .on("GET", PATH, gate.scope("document_read", this::list))
        .on("POST", PATH, gate.scope("document_write", this::create))
        .on("GET", ONE, gate.scope("document_read", call -> Answer.json(200, find(call))))
        .on("DELETE", ONE, gate.scope("document_write", this::delete))
        .on("GET", ONE + "/files", gate.scope("document_file", this::file))
        .on("PUT", ONE + "/attachments", gate.scope("document_write", this::attach))
        .on("POST", ONE + "/attachments", gate.scope("document_write", this::attach))
        .on("GET", "/notification/events", gate.scope("event", this::events));
  }

  private Answer list(Call call) {
    return Answer.json(200, snapshot().values());
  }

  private Answer create(Call call) {
    ObjectNode document = Posted.object(call);
    String id = Posted.newId("document");
    return Answer.json(201, add(id, document)).header("Location", call.resolve(PATH + "/" + id));
  }

  private Answer delete(Call call) {
    find(call);
    documents.remove(call.pathParameter("id"));
    return Answer.noContent();
  }

  private Answer file(Call call) {
    find(call);
    return Answer.of(200, "application/pdf", pdf);
  }

  private Answer attach(Call call) {
    find(call);
    return Answer.json(
        200,
        call.mediaType().equals("multipart/form-data")
            ? PostedParts.digests(call)
            : BodyDigest.of(call.body()));
  }

  private Answer events(Call call) {
    ArrayNode events = Json.object().arrayNode();
    for (String id : snapshot().keySet()) {
      events.addObject().put("type", "document_created").put("documentId", id);
    }
    return Answer.json(200, events);
  }

  private ObjectNode find(Call call) {
    String id = call.pathParameter("id");
    ObjectNode document = documents.get(id);
    if (document == null) {
      throw new Problem(404, "There is no document " + id);
    }
    return document;
  }

  /** The nodes are never changed once they are in, so that a copy of the map is enough. */
  private Map<String, ObjectNode> snapshot() {
    synchronized (documents) {
      return new LinkedHashMap<>(documents);
    }
  }

  private ObjectNode add(String id, ObjectNode sent) {
    ObjectNode document = Posted.identified(id, sent);
    documents.put(id, document);
    return document;
  }

  private static byte[] pdf() {
    try (InputStream in = Documents.class.getResourceAsStream("contract.pdf")) {
      return Objects.requireNonNull(in, "contract.pdf").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
