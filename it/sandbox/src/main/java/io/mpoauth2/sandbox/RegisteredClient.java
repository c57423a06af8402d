package io.mpoauth2.sandbox;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The one client that the sandbox knows, as it is at the start.
 *
 * @param id any characters
 * @param secret any characters
 * @param grantedScopes what it has where it asks for none
 * @param isGrantedAny whether it may have any that it asks for
 */
record RegisteredClient(String id, String secret, Set<String> grantedScopes, boolean isGrantedAny) {
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  RegisteredClient {
    if (id.isEmpty() || secret.isEmpty()) {
      throw new IllegalArgumentException("a client needs an id and a secret");
    }
    // Not Set.copyOf: it has an order of its own, and the answer lists scopes as they were granted.
    grantedScopes = new LinkedHashSet<>(grantedScopes);
    if (!areScopes(grantedScopes)) {
      throw new IllegalArgumentException(
          "not all are scopes (RFC 6749, section 3.3): " + grantedScopes);
    }
  }

  RegisteredClient(String id, String secret, Set<String> grantedScopes) {
    this(id, secret, grantedScopes, false);
  }

  /** Says whether these are names that a scope may have. */
  static boolean areScopes(Set<String> names) {
    return names.stream().allMatch(name -> SCOPE.matcher(name).matches());
  }

  @Override
  public String toString() {
    return "RegisteredClient[id=" + id + ", grantedScopes=" + grantedScopes + "]";
  }
}
