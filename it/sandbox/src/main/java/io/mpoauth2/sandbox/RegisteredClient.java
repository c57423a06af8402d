package io.mpoauth2.sandbox;

import java.util.LinkedHashSet;
import java.util.Set;

/** The one client that the sandbox knows, as it is at the start. */
record RegisteredClient(String id, String secret, Set<String> grantedScopes) {

  RegisteredClient {
    if (id.isEmpty() || secret.isEmpty()) {
      throw new IllegalArgumentException("a client needs an id and a secret");
    }
    // Not Set.copyOf: it has an order of its own, and the answer lists scopes as they were granted.
    grantedScopes = new LinkedHashSet<>(grantedScopes);
    if (!Sandbox.SCOPES.containsAll(grantedScopes)) {
      throw new IllegalArgumentException("scopes are some of " + Sandbox.SCOPES);
    }
  }

  @Override
  public String toString() {
    return "RegisteredClient[id=" + id + ", grantedScopes=" + grantedScopes + "]";
  }
}
