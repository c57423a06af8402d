package io.mpoauth2.benchmarks.hotpath;

import io.mpoauth2.benchmarks.contender.Contender;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * The least that a filter does which means to know its own requests again: it respects a header
 * that is there, gets the token, sets the header and notes that in one property of the request. It
 * asks nothing about where the token goes, and cannot answer a 401.
 */
final class FloorFilter implements ClientRequestFilter {
  private final Contender contender;

  /** Built once; joining it for each call would cost more than all the rest. */
  private final String authorization;

  FloorFilter(Contender contender) {
    this.contender = contender;
    this.authorization = "Bearer " + contender.token();
  }

  @Override
  public void filter(ClientRequestContext request) {
    if (request.getHeaderString(HttpHeaders.AUTHORIZATION) == null && contender.token() != null) {
      request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, authorization);
      request.setProperty("io.mpoauth2.benchmarks.sent", new Sent(authorization, true));
    }
  }

  /** As large as a note must be that says whose the header is and what became of it. */
  private record Sent(String authorization, boolean first) {}
}
