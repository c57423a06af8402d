package io.mpoauth2.client.token;

import java.util.Set;

/**
 * What decides, call by call, whether and where a token is sent. Immutable: what {@code with…}
 * gives is another one.
 */
public final class CallSettings {
  /** The settings of a client that configures none of them: retry, 1 MiB, any origin, https. */
  public static final CallSettings DEFAULTS =
      new CallSettings(new Values(true, 1 << 20, Set.of(), false));

  private final Values values;

  private CallSettings(Values values) {
    this.values = values;
  }

  /** What there is today; nobody outside sees how many they are. */
  private record Values(
      boolean retryUnauthorized, int replayBuffer, Set<Origin> allowedOrigins, boolean allowHttp) {}

  /**
   * Says whether a 401 has the token replaced and the request sent once more.
   *
   * @return true by default
   */
  public boolean retryUnauthorized() {
    return values.retryUnauthorized;
  }

  /**
   * Gives how large a request body may be that is kept for that.
   *
   * @return bytes; 1 MiB by default
   */
  public int replayBuffer() {
    return values.replayBuffer;
  }

  /**
   * Gives where calls may go.
   *
   * @return an unmodifiable set; empty, as by default, for no restriction
   */
  public Set<Origin> allowedOrigins() {
    return values.allowedOrigins;
  }

  /**
   * Says whether the token may go over http to hosts other than this one.
   *
   * @return false by default
   */
  public boolean allowHttp() {
    return values.allowHttp;
  }

  /**
   * Gives the same settings with or without the retry.
   *
   * @param retry whether a 401 has the token replaced and the request sent once more
   * @return other settings
   */
  public CallSettings withRetryUnauthorized(boolean retry) {
    return new CallSettings(
        new Values(retry, values.replayBuffer, values.allowedOrigins, values.allowHttp));
  }

  /**
   * Gives the same settings with another limit of bodies.
   *
   * @param bytes the largest request body that is kept for the retry
   * @return other settings
   */
  public CallSettings withReplayBuffer(int bytes) {
    return new CallSettings(
        new Values(values.retryUnauthorized, bytes, values.allowedOrigins, values.allowHttp));
  }

  /**
   * Gives the same settings with other places to go.
   *
   * @param origins where calls may go; empty for no restriction
   * @return other settings
   */
  public CallSettings withAllowedOrigins(Set<Origin> origins) {
    return new CallSettings(
        new Values(
            values.retryUnauthorized, values.replayBuffer, Set.copyOf(origins), values.allowHttp));
  }

  /**
   * Gives the same settings with or without http.
   *
   * @param allow whether the token may go over http to hosts other than this one
   * @return other settings
   */
  public CallSettings withAllowHttp(boolean allow) {
    return new CallSettings(
        new Values(values.retryUnauthorized, values.replayBuffer, values.allowedOrigins, allow));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CallSettings that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString().replaceFirst("^Values", "CallSettings");
  }
}
