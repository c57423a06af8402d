package io.mpoauth2.client.token;

import java.time.Duration;

/** Where new tokens come from: a grant at a token endpoint, say. Implementations keep no tokens. */
public interface TokenSource {

  /**
   * Reads the settings and gives the request that they ask for; does no network I/O.
   *
   * @return a request that equals an earlier one as long as no setting changed, so that a changed
   *     setting can end a cooldown
   * @throws RuntimeException that is no {@link TokenException}, if the settings are not usable
   */
  Exchange prepare();

  /** One token request that can be sent. */
  interface Exchange {

    /**
     * Asks for a new token, on the calling thread.
     *
     * @return the new token
     * @throws TokenException if there is none. Callers are told of any other exception by its class
     *     and where it was thrown, because its text may have a secret in it
     * @throws InterruptedException if the calling thread was interrupted
     */
    IssuedToken send() throws InterruptedException;

    /**
     * Gives the longest time that {@link #send} takes.
     *
     * @return a positive duration
     */
    Duration timeout();
  }
}
