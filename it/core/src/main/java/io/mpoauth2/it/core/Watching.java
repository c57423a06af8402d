package io.mpoauth2.it.core;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Looks on, and changes nothing. */
record Watching(Stage stage)
    implements ClientRequestFilter, ClientResponseFilter, ReaderInterceptor {
  @Override
  public void filter(ClientRequestContext request) {
    stage.saw("request");
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    String accepted = response.getHeaders().containsKey("X-Accepted") ? " X-Accepted" : "";
    stage.saw("answer " + response.getStatus() + accepted);
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    stage.saw("read");
    return context.proceed();
  }
}
