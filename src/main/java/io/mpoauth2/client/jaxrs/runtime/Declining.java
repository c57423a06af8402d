package io.mpoauth2.client.jaxrs.runtime;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;

/** Requests that are not sent again, whatever comes. */
public enum Declining implements Replay {
  /** Nobody wants them sent again. */
  NOT_WANTED("no second request is wanted"),

  /** Nobody knows how to send the same request again. */
  UNKNOWN_CLIENT("a second request through this Jakarta REST client would not be the same one"),

  /** Somebody knew in other versions. */
  UNKNOWN_VERSION("this version of the Jakarta REST client is not like the known ones");

  private final String why;

  Declining(String why) {
    this.why = why;
  }

  @Override
  public String obstacle(ClientRequestContext request, ClientResponseContext first) {
    return why;
  }

  @Override
  public boolean putAway(ClientRequestContext request, ClientResponseContext first) {
    return false;
  }

  @Override
  public String send(ClientRequestContext request, ClientResponseContext response) {
    return why;
  }
}
