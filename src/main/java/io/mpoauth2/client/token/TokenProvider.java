package io.mpoauth2.client.token;

import java.util.concurrent.CompletionStage;

/**
 * Gives access tokens of one OAuth 2.0 client for one scope set. Thread-safe.
 *
 * <p>In a CDI application it is injected:
 *
 * <pre>{@code
 * @Inject @OAuth2Client("signicat") TokenProvider tokens;
 * }</pre>
 */
public interface TokenProvider {

  /**
   * Gives a token that can be used now: the cached one without any I/O, or a new one where there is
   * none. Waits at most for the client's {@code request-timeout} (10 s by default).
   *
   * @return a token that has not reached its {@code expiry-margin}, or the one that was just issued
   * @throws TokenRefusedException if the authorization server refused the client or its request
   *     (RFC 6749, section 5.2)
   * @throws TokenUnavailableException if no usable answer could be had in time; also if the calling
   *     thread was interrupted, whose interrupt flag then stays set
   */
  AccessToken token();

  /**
   * Gives another token than {@code rejected}, which a resource server answered with 401 (RFC 6750,
   * section 3.1): the current one if its value differs, so that many callers whose same token was
   * refused cause one token request; else a new one.
   *
   * <p>A token that was itself a replacement is not replaced within its span (1 s at first, doubled
   * up to 60 s while the successors are refused as well): then {@code rejected} comes back. It also
   * comes back, in value, if the authorization server hands out the same token again. Both mean
   * that no other token can be had.
   *
   * @param rejected the token that was refused
   * @return another token, or one whose {@link AccessToken#value()} equals that of {@code rejected}
   * @throws TokenRefusedException as {@link #token()}
   * @throws TokenUnavailableException as {@link #token()}
   */
  AccessToken replace(AccessToken rejected);

  /**
   * Gives a token as {@link #token()} does, without holding the calling thread while it is asked
   * for: for event loops and reactive code.
   *
   * @return fails with what {@link #token()} throws
   * @implSpec asks on a daemon thread that is gone afterwards
   */
  default CompletionStage<AccessToken> tokenAsync() {
    return OnAnotherThread.ask(this::token);
  }

  /**
   * Gives another token as {@link #replace} does, without holding the calling thread while it is
   * asked for.
   *
   * @param rejected the token that was refused
   * @return fails with what {@link #replace} throws
   * @implSpec asks on a daemon thread that is gone afterwards
   */
  default CompletionStage<AccessToken> replaceAsync(AccessToken rejected) {
    return OnAnotherThread.ask(() -> replace(rejected));
  }
}
