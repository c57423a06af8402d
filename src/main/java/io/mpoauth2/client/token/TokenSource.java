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

  /**
   * Says whether its tokens may be sent unencrypted to any host.
   *
   * @return false, unless the settings say otherwise
   */
  default boolean allowsHttp() {
    return false;
  }

  /** One token request that can be sent. */
  interface Exchange {

    /**
     * Asks for a new token, on the calling thread.
     *
     * @param repeatAfter where no answer has come after this time, the request is sent once more,
     *     and again after the same time, each beside the first; not less than {@link #timeout()}:
     *     it is sent once
     * @return the new token
     * @throws TokenException if there is none
     * @throws InterruptedException if the calling thread was interrupted
     */
    IssuedToken send(Duration repeatAfter) throws InterruptedException;

    /**
     * Gives the longest time that {@link #send} takes.
     *
     * @return a positive duration
     */
    Duration timeout();
  }
}
