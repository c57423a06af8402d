package io.mpoauth2.client.token;

import java.util.Set;

/**
 * What decides, call by call, whether and where a token is sent.
 *
 * @param retryUnauthorized whether a request is sent once more after a 401
 * @param replayBuffer the largest request body in bytes that is kept for that
 * @param allowedOrigins where calls may go; empty for no restriction
 * @param allowHttp whether the token may be sent unencrypted to hosts other than loopback
 */
public record CallSettings(
    boolean retryUnauthorized, int replayBuffer, Set<Origin> allowedOrigins, boolean allowHttp) {

  /** The settings of a client that configures none of them: retry, 1 MiB, any origin, no http. */
  public static final CallSettings DEFAULTS = new CallSettings(true, 1 << 20, Set.of(), false);
}
