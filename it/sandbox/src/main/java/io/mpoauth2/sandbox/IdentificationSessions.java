package io.mpoauth2.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions in which somebody proves who they are; none exists at the start. */
final class IdentificationSessions {
  private static final String PATH = "/identification/sessions";

  private final Map<String, ObjectNode> sessions = new ConcurrentHashMap<>();

  void addTo(Routes routes, BearerGate gate) {
    routes
        .on("POST", PATH, gate.scope("identify", this::create))
        .on("GET", PATH + "/{id}", gate.scope("identify", this::fetch));
  }

  private Answer create(Call call) {
    String id = Posted.newId("session");
    ObjectNode session = Posted.identified(id, Posted.object(call)).put("status", "created");
    sessions.put(id, session);
    return Answer.json(201, session).header("Location", call.resolve(PATH + "/" + id));
  }

  private Answer fetch(Call call) {
    String id = call.pathParameter("id");
    ObjectNode session = sessions.get(id);
    if (session == null) {
      throw new Problem(404, "There is no session " + id);
    }
    return Answer.json(200, session);
  }
}
