package io.mpoauth2.client.token.operation;

import org.jspecify.annotations.Nullable;

/**
 * A token provider that asks no authorization server, for tests and local work. Whoever runs the
 * application is told of it once.
 */
public interface LocalTokens extends OwnProvider {
  /**
   * Gives what asks no authorization server.
   *
   * @param provider a token provider, perhaps a user's own
   * @return null if it is none of these
   */
  static @Nullable LocalTokens of(Object provider) {
    return provider instanceof OwnProvider owner ? owner.local() : null;
  }

  /**
   * Says whether it gives a token.
   *
   * @return false if requests are to go without one
   */
  boolean givesTokens();

  /**
   * Says what is unusual.
   *
   * @return a sentence that names the property
   */
  String notice();

  /** Warns, unless that was done before. */
  default void tell() {
    log().tellOnce(LogMessage.NO_AUTHORIZATION_SERVER, this::notice);
  }

  /** Has nothing told any more: somebody knows that it was told. */
  default void keepQuiet() {
    log().markAsSaid(LogMessage.NO_AUTHORIZATION_SERVER);
  }
}
