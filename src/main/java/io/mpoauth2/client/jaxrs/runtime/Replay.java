package io.mpoauth2.client.jaxrs.runtime;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How a request that was refused is sent again. Its methods are called one after another, in the
 * response filter of the first answer or behind it.
 */
public interface Replay {

  /**
   * Says why the request is not sent again. Asked first, when the first answer is there.
   *
   * @param request the request as it was sent
   * @param first the answer, untouched
   * @return the reason, in words that follow a colon; null if it can be sent again
   */
  @Nullable String obstacle(ClientRequestContext request, ClientResponseContext first);

  /**
   * Reads the first answer away, so that the transport is free for the second one; not for longer
   * than a moment.
   *
   * @param request the request as it was sent
   * @param first the answer; where it could not be read to its end in time, its body is from now on
   *     what came of it
   * @return false if it could not be read to its end: nothing is to be sent then
   */
  boolean putAway(ClientRequestContext request, ClientResponseContext first);

  /**
   * Sends the request with another token, and puts its answer in the place of the first one; or
   * sees to it that the runtime does so next, and then has the answer pass our filter.
   *
   * @param request the request as it was sent; it has the other token already
   * @param response the first answer, put away; the second one where it is there when this returns,
   *     else without a status
   * @return the obstacle that came up before anything was sent; null if it is sent
   * @throws IOException if there is no answer: the caller must get this and not the 401, because
   *     the request may have got through
   */
  @Nullable String send(ClientRequestContext request, ClientResponseContext response)
      throws IOException;

  /** Frees what was kept, as soon as it is clear that nothing is sent again. */
  default void forget() {}
}
