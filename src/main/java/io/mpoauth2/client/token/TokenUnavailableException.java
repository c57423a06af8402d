package io.mpoauth2.client.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The authorization server could not be asked, or gave no usable answer: unreachable, slow,
 * overloaded, redirecting, or nonsense. Trying again later may help; changing credentials won't.
 */
public final class TokenUnavailableException extends TokenException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception. It has no cause: the text of whatever is below it may have a secret in it.
   *
   * @param message what happened and what to do, without any secret or token
   * @param retryAfter the pause the server asked for, if it did
   */
  public TokenUnavailableException(String message, @Nullable Duration retryAfter) {
    super(message, retryAfter);
  }

  private TokenUnavailableException(
      String message, TokenException first, int failures, @Nullable Instant nextAttempt) {
    super(message, first, failures, nextAttempt);
  }

  @Override
  TokenException again(String message, int failures, @Nullable Instant nextAttempt) {
    return new TokenUnavailableException(message, this, failures, nextAttempt);
  }
}
