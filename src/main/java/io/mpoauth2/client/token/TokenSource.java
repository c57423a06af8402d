package io.mpoauth2.client.token;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where new tokens come from: a grant at a token endpoint, say. Implementations keep no tokens, or
 * give another one than the refused. One thread at a time asks for the same client and scope set,
 * but for one whose time was over.
 */
public interface TokenSource {

  /**
   * Reads the settings and gives the request that they ask for; does no network I/O.
   *
   * @param refused the token that a resource server refused and that must not come again; null if
   *     none was
   * @return a request that equals an earlier one as long as no setting changed, so that a changed
   *     setting can end a cooldown
   * @throws SettingsProblem if the settings are not usable
   */
  Exchange prepare(@Nullable AccessToken refused);

  /** One token request that can be sent. */
  interface Exchange {

    /**
     * Asks for a new token, on the calling thread.
     *
     * @param left what is left of {@link #timeout()}; positive
     * @return the new token
     * @throws TokenException if there is none. Callers are told of any other exception by its class
     *     and where it was thrown, because its text may have a secret in it
     * @throws InterruptedException if the calling thread was interrupted, as it is when the time is
     *     over
     */
    IssuedToken send(Duration left) throws InterruptedException;

    /**
     * Gives how long reading the settings and {@link #send} may take together.
     *
     * @return a positive duration
     */
    Duration timeout();

    /**
     * Gives who is asked, for those who watch. Looked at when {@link #send} is over.
     *
     * @return the address, of which query and user information are not shown; null by default
     */
    default @Nullable URI endpoint() {
      return null;
    }

    /**
     * Called on another thread when the time is over, after the sending thread was interrupted:
     * ends what does not heed that. Must not block. Does nothing by default.
     */
    default void abandon() {}
  }

  /**
   * The settings cannot be used: somebody must change them. Callers get it as it is, all the same
   * one, and no cooldown follows.
   */
  class SettingsProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception. Nothing can be added to it, because many threads have it.
     *
     * @param message what is wrong, without any secret
     */
    public SettingsProblem(String message) {
      super(message, null, false, true);
    }
  }
}
