package io.mpoauth2.client.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The authorization server refused the client or its request (RFC 6749, section 5.2). Somebody must
 * change something: the message says what.
 */
public final class TokenRefusedException extends TokenException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String error;
  private final @Nullable String errorDescription;
  private final @Nullable String errorUri;

  /**
   * Makes the exception.
   *
   * @param message what happened and what to do, without any secret or token
   * @param status the HTTP status of the answer
   * @param error the OAuth error code, if there was one
   * @param errorDescription the server's own words, if any; bounded and without control characters
   * @param errorUri the server's page about the error, if it named one
   * @param retryAfter the pause the server asked for, if it did
   */
  public TokenRefusedException(
      String message,
      int status,
      @Nullable String error,
      @Nullable String errorDescription,
      @Nullable String errorUri,
      @Nullable Duration retryAfter) {
    super(message, retryAfter);
    this.status = status;
    this.error = error;
    this.errorDescription = errorDescription;
    this.errorUri = errorUri;
  }

  private TokenRefusedException(
      String message, TokenRefusedException first, int failures, @Nullable Instant nextAttempt) {
    super(message, first, failures, nextAttempt);
    this.status = first.status;
    this.error = first.error;
    this.errorDescription = first.errorDescription;
    this.errorUri = first.errorUri;
  }

  /**
   * Gives the HTTP status of the token endpoint's answer.
   *
   * @return the status, mostly 400 or 401; some servers send errors with 200
   */
  public int status() {
    return status;
  }

  /**
   * Gives the OAuth error code.
   *
   * @return for example {@code invalid_client}; null if the answer had none
   */
  public @Nullable String error() {
    return error;
  }

  /**
   * Gives the server's own words.
   *
   * @return {@code error_description}; null if the answer had none
   */
  public @Nullable String errorDescription() {
    return errorDescription;
  }

  /**
   * Gives the server's page about the error.
   *
   * @return {@code error_uri}; null if the answer had none
   */
  public @Nullable String errorUri() {
    return errorUri;
  }

  @Override
  TokenException again(String message, int failures, @Nullable Instant nextAttempt) {
    return new TokenRefusedException(message, this, failures, nextAttempt);
  }
}
