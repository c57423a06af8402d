package io.mpoauth2.client.restclient;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Whose token goes with the call of a method. */
sealed interface Choice {

  /**
   * The token of a client.
   *
   * @param client its name in configuration
   * @param scope what is asked for, in this order; empty for the configured scope
   */
  record Token(String client, Set<String> scope) implements Choice {
    /** Gives the token of a client with a scope as an annotation has it. */
    static Token of(String client, String... scope) {
      Set<String> tokens = new LinkedHashSet<>();
      for (String element : scope) {
        tokens.addAll(Arrays.asList(element.strip().split("\\s+")));
      }
      tokens.remove("");
      return new Token(client, Collections.unmodifiableSet(tokens));
    }
  }

  /** No token. */
  enum None implements Choice {
    /** Somebody said so; nobody else's filter adds one either. */
    WITHOUT,

    /** Nobody said anything; what else is registered is none of our business. */
    UNSAID
  }
}
