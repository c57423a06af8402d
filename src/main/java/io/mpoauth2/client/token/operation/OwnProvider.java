package io.mpoauth2.client.token.operation;

import org.jspecify.annotations.Nullable;

/** A token provider of this library, or around a user's: it knows whose tokens it gives. */
public interface OwnProvider {
  /**
   * Gives where it tells what no caller is told.
   *
   * @return always the same one
   */
  ClientLog log();

  /**
   * Gives what asks no authorization server, itself or behind it.
   *
   * @return null if somebody is asked
   */
  default @Nullable LocalTokens local() {
    return this instanceof LocalTokens local ? local : null;
  }

  /**
   * Says why a token that was refused is not replaced now.
   *
   * @param value the token's
   * @return null unless it is a replacement whose span is not over
   */
  default @Nullable Brake brake(String value) {
    return null;
  }
}
