package io.mpoauth2.client.token;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the tokens of one client and scope set. Has neither a token nor a
 * secret in it. Made by the library; a later version may tell more.
 */
public interface TokenEvent {

  /**
   * Gives whose tokens it is about.
   *
   * @return the client's name in configuration
   */
  String client();

  /**
   * Gives for which scope the tokens are asked.
   *
   * @return the scope of the annotation, as an unmodifiable set; empty for the configured one
   */
  Set<String> scope();

  /**
   * Gives what the listener wanted to have.
   *
   * @return what its {@link TokenListener#context()} gave when this began; null if it gave nothing
   */
  @Nullable Object context();
}
