package io.mpoauth2.client.token;

import java.util.Set;

/** What decides, call by call, whether and where a token is sent. */
public final class CallSettings {
  /** The settings of a client that configures none of them: retry, 1 MiB, any origin, https. */
  public static final CallSettings DEFAULTS = new CallSettings(true, 1 << 20, Set.of(), false);

  /** Whether a request is sent once more after a 401. */
  public final boolean retryUnauthorized;

  /** The largest request body in bytes that is kept for that. */
  public final int replayBuffer;

  /** Where calls may go; empty for no restriction. */
  public final Set<Origin> allowedOrigins;

  /** Whether the token may go unencrypted to any of them, and not to this machine alone. */
  public final boolean allowHttp;

  /**
   * Puts them together.
   *
   * @param retryUnauthorized whether a request is sent once more after a 401
   * @param replayBuffer the largest request body in bytes that is kept for that
   * @param allowedOrigins where calls may go; empty for no restriction
   * @param allowHttp whether the token may go unencrypted to any of them
   */
  public CallSettings(
      boolean retryUnauthorized, int replayBuffer, Set<Origin> allowedOrigins, boolean allowHttp) {
    this.retryUnauthorized = retryUnauthorized;
    this.replayBuffer = replayBuffer;
    this.allowedOrigins = Set.copyOf(allowedOrigins);
    this.allowHttp = allowHttp;
  }
}
