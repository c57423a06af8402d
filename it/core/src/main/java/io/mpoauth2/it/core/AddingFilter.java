package io.mpoauth2.it.core;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Adds a line of a header: a request that passes twice has two. */
record AddingFilter(String header) implements ClientRequestFilter {
  @Override
  public void filter(ClientRequestContext request) {
    request.getHeaders().add(header, "1");
  }
}
