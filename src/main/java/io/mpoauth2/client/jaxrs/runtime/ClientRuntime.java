package io.mpoauth2.client.jaxrs.runtime;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An implementation of Jakarta REST as far as our filter must know it: how a request waits for a
 * token, and how it is sent again. Thread-safe.
 */
public interface ClientRuntime {

  /** What comes next for a request once its token is there. */
  @FunctionalInterface
  interface WithToken {
    /**
     * Goes on.
     *
     * @param token the token
     * @throws IOException if the request must fail
     */
    void go(AccessToken token) throws IOException;
  }

  /** What comes next for a request once it is known whether there is another token. */
  @FunctionalInterface
  interface WithOther {
    /**
     * Goes on.
     *
     * @param other the other token, or the refused one where no other can be had; null if asking
     *     for one failed
     * @param failure why it failed, else null
     * @throws IOException if the request must fail
     */
    void go(@Nullable AccessToken other, @Nullable Throwable failure) throws IOException;
  }

  /**
   * Takes down what is needed to send a request again. Called once for each request, before it has
   * a token; gives the same object for all requests of which nothing need be kept.
   *
   * @param request a request that is complete but for the token
   * @param limit the largest body in bytes that is kept
   * @return how it is sent again, or why not
   * @throws IOException if a body that is read for this cannot be read
   */
  Replay replay(ClientRequestContext request, int limit) throws IOException;

  /**
   * Says whether the calling thread may wait.
   *
   * @param request the request whose filter the thread runs
   * @return false if it moves answers of other requests too
   */
  default boolean mayWait(ClientRequestContext request) {
    return true;
  }

  /**
   * Adds the header that carries our token.
   *
   * @param request a request that has none, or one that may be replaced
   * @param authorization the header's value (RFC 6750, section 2.1)
   */
  default void authorize(ClientRequestContext request, String authorization) {
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, authorization);
  }

  /**
   * Says whether the header of a request is one that {@link #authorize} left behind when the same
   * invocation was made before, where the runtime keeps headers longer than properties.
   *
   * @param request a request with that header
   * @return true if it may be replaced
   */
  default boolean hasAuthorized(ClientRequestContext request) {
    return false;
  }

  /**
   * Goes on with a token: before this returns where the thread may wait, else when there is one.
   *
   * @param request the request, put aside meanwhile
   * @param tokens where the token comes from; its failure is the request's
   * @param next what is done with it
   * @throws IOException if that went wrong before this returns
   */
  default void withToken(ClientRequestContext request, TokenProvider tokens, WithToken next)
      throws IOException {
    next.go(tokens.token());
  }

  /**
   * Goes on with another token than a refused one, or without: before this returns where the thread
   * may wait, else when that is known.
   *
   * @param request the request, put aside meanwhile
   * @param tokens where the other token comes from
   * @param refused the token that will not do
   * @param next what is done then
   * @throws IOException if that went wrong before this returns
   */
  default void withOther(
      ClientRequestContext request, TokenProvider tokens, AccessToken refused, WithOther next)
      throws IOException {
    AccessToken other;
    try {
      other = tokens.replace(refused);
    } catch (Throwable e) {
      // Whatever a provider throws, the caller has its 401.
      next.go(null, e);
      return;
    }
    next.go(other, null);
  }

  /**
   * Says whether a request that is sent again is one of its own for whoever traces this runtime.
   *
   * @return {@code false} where the call is traced, however many requests it takes
   */
  default boolean tracesEachRequest() {
    return false;
  }
}
