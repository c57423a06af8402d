package io.mpoauth2.client.token;

import java.util.Set;

/**
 * What decides, call by call, whether and where a token is sent.
 *
 * @param retryUnauthorized whether a 401 has the token replaced and the request sent once more
 * @param replayBuffer the largest request body in bytes that is kept for that
 * @param allowedOrigins where calls may go; empty for no restriction
 * @param allowHttp whether the token may go over http to hosts other than this one
 */
public record CallSettings(
    boolean retryUnauthorized, int replayBuffer, Set<Origin> allowedOrigins, boolean allowHttp) {

  /** The settings of a client that configures none of them: retry, 1 MiB, any origin, https. */
  public static final CallSettings DEFAULTS = new CallSettings(true, 1 << 20, Set.of(), false);

  /**
   * Puts them together, with a copy of the origins.
   *
   * @param retryUnauthorized whether a 401 has the token replaced and the request sent once more
   * @param replayBuffer the largest request body in bytes that is kept for that
   * @param allowedOrigins where calls may go; empty for no restriction
   * @param allowHttp whether the token may go over http to hosts other than this one
   */
  public CallSettings {
    allowedOrigins = Set.copyOf(allowedOrigins);
  }
}
