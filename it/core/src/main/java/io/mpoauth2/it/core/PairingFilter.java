package io.mpoauth2.it.core;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

/** Stands for what measures or traces calls: each answer belongs to the request that was noted. */
record PairingFilter(Stage stage) implements ClientRequestFilter, ClientResponseFilter {
  private static final String SPAN = PairingFilter.class.getName();

  @Override
  public void filter(ClientRequestContext request) {
    stage.saw("request");
    request.setProperty(SPAN, this);
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    stage.saw("answer " + response.getStatus() + ' ' + (request.getProperty(SPAN) == this));
  }
}
