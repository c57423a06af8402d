package io.mpoauth2.client.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whose token it is, and what for.
 *
 * @param client the client's name in configuration
 * @param scope what is asked for, in this order; empty for the configured scope
 */
record TokenKey(String client, Set<String> scope) {

  /**
   * Gives the key of a scope as an annotation has it.
   *
   * @param scope each element split at spaces
   */
  static TokenKey of(String client, Collection<String> scope) {
    Set<String> split = new LinkedHashSet<>();
    for (String element : scope) {
      split.addAll(Arrays.asList(element.strip().split("\\s+")));
    }
    split.remove("");
    return new TokenKey(client, Collections.unmodifiableSet(split));
  }
}
