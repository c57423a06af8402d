package io.mpoauth2.benchmarks.quarkus;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** The floor of whoever sends a token. */
public class ReadyHeader implements ClientRequestFilter {
  private static final String VALUE = "Bearer " + "t".repeat(40);

  @Override
  public void filter(ClientRequestContext request) {
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, VALUE);
  }
}
