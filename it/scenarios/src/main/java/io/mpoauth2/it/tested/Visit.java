package io.mpoauth2.it.tested;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;

/** Of a passivating scope: the server may put it away between two requests. */
@SessionScoped
public class Visit implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject
  @OAuth2Client("tested")
  TokenProvider tokens;

  /** Says whether there is a token. */
  public boolean hasToken() {
    return !tokens.token().value().isEmpty();
  }
}
