package io.mpoauth2.client.jaxrs.runtime;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The headers that a request had at some moment. */
final class JerseyHeaders {
  private final Map<String, List<Object>> values = new LinkedHashMap<>();

  /** Takes those that it has now. */
  JerseyHeaders(ClientRequestContext request) {
    request.getHeaders().forEach((name, all) -> values.put(name, new ArrayList<>(all)));
  }

  /** Gives them to another request, which keeps its own token. */
  void putInto(ClientRequestContext other) {
    MultivaluedMap<String, Object> headers = other.getHeaders();
    Object authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
    headers.clear();
    values.forEach((name, all) -> headers.put(name, new ArrayList<>(all)));
    headers.putSingle(HttpHeaders.AUTHORIZATION, authorization);
  }
}
