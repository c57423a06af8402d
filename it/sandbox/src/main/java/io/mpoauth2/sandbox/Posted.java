package io.mpoauth2.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** What a POST that creates something needs: a JSON object from the caller and an id from us. */
final class Posted {
  private Posted() {}

  static ObjectNode object(Call call) {
    if (!call.mediaType().equals("application/json")) {
      throw new Problem(415, "The body must be application/json.");
    }
    return Json.object(call.body());
  }

  static String newId(String kind) {
    return kind + "-" + UUID.randomUUID();
  }

  /** Puts the id first; an id in what was sent does not count. */
  static ObjectNode identified(String id, ObjectNode sent) {
    ObjectNode identified = Json.object().put("id", id);
    sent.remove("id");
    identified.setAll(sent);
    return identified;
  }
}
