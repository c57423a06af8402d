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

  private final int status;
  private final @Nullable String error;

  /**
   * Makes the exception. It has no cause: the text of whatever is below it may have a secret in it.
   *
   * @param message what happened and what to do, without any secret or token
   * @param retryAfter the pause the server asked for, if it did
   */
  public TokenUnavailableException(String message, @Nullable Duration retryAfter) {
    this(message, 0, null, retryAfter);
  }

  private TokenUnavailableException(
      String message, int status, @Nullable String error, @Nullable Duration retryAfter) {
    super(message, retryAfter);
    this.status = status;
    this.error = error;
  }

  private TokenUnavailableException(
      String message,
      TokenUnavailableException first,
      int failures,
      @Nullable Instant nextAttempt) {
    super(message, first, failures, nextAttempt);
    this.status = first.status;
    this.error = first.error;
  }

  /**
   * Gives the exception of an answer that is none of use. It has no cause either.
   *
   * @param message what happened and what to do, without any secret or token
   * @param status the HTTP status
   * @param error the OAuth error code, if there was one
   * @param retryAfter the pause the server asked for, if it did
   * @return to be thrown here
   */
  public static TokenUnavailableException answered(
      String message, int status, @Nullable String error, @Nullable Duration retryAfter) {
    return new TokenUnavailableException(message, status, error, retryAfter);
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public @Nullable String error() {
    return error;
  }

  @Override
  TokenException again(String message, int failures, @Nullable Instant nextAttempt) {
    return new TokenUnavailableException(message, this, failures, nextAttempt);
  }
}
