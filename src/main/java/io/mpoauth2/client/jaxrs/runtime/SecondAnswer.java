package io.mpoauth2.client.jaxrs.runtime;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a second request that another client made, or no client at all. */
final class SecondAnswer {
  private SecondAnswer() {}

  /** Puts it in the place of the first one, which passes the user's response side next. */
  static void moveInto(ClientResponseContext response, Response second) {
    response.setStatusInfo(second.getStatusInfo());
    Map<String, List<String>> headers = new HashMap<>(second.getStringHeaders());
    InputStream entity = entityOf(second);
    // As after HEAD: neither answer has a body, and the second one may tell a type all the same.
    boolean neverOne = entity == null && response.getEntityStream() == null;
    response.getHeaders().clear();
    headers.forEach(
        (name, values) -> {
          // Without an entity, a type would make RESTEasy take the empty stream for one.
          if (entity != null || neverOne || !name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
            response.getHeaders().put(name, new ArrayList<>(values));
          }
        });
    if (!neverOne) {
      // Never null: Jakarta REST does not say what that would mean.
      response.setEntityStream(entity == null ? InputStream.nullInputStream() : entity);
    }
  }

  /** Puts one in the place of the first one that is just as the transport gave it. */
  static void moveInto(ClientResponseContext response, ClientResponseContext second) {
    response.setStatusInfo(second.getStatusInfo());
    response.getHeaders().clear();
    response.getHeaders().putAll(second.getHeaders());
    InputStream entity = second.getEntityStream();
    response.setEntityStream(entity == null ? InputStream.nullInputStream() : entity);
  }

  /** Gives the second answer's body, null if it has none; closing it closes the second answer. */
  private static @Nullable InputStream entityOf(Response second) {
    InputStream body = null;
    if (second.getStatus() != 204 && second.getStatus() != 304) {
      try {
        body = second.readEntity(InputStream.class);
      } catch (ProcessingException | IllegalStateException e) {
        // How RESTEasy says that there is none, after HEAD for example.
      }
    }
    if (body == null) {
      second.close();
    }
    return body;
  }
}
