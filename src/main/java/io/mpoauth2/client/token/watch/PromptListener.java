package io.mpoauth2.client.token.watch;

import io.mpoauth2.client.token.TokenListener;
import io.mpoauth2.client.token.TokenProvider;
import java.util.Set;

/**
 * A listener of the library's own, known to be quick and safe for threads: told where it happens,
 * before callers go on, so that what they see next has it already.
 */
public interface PromptListener extends TokenListener {
  /**
   * Told before anything else of a provider's tokens.
   *
   * @param provider whose tokens they are
   * @param client the client's name in configuration, or that of a source of somebody's own
   * @param scope as an annotation has it; empty for the configured one
   */
  default void made(TokenProvider provider, String client, Set<String> scope) {}
}
