package org.jboss.resteasy.reactive.client.handlers;

/** A request filter in the chain; by the name the filter knows it. */
public record ClientRequestFilterRestHandler(String filter) {
  @Override
  public String toString() {
    return filter;
  }
}
