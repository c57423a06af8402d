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

  private TokenRefusedException(String message, Builder told) {
    super(message, told.retryAfter);
    this.status = told.status;
    this.error = told.error;
    this.errorDescription = told.errorDescription;
    this.errorUri = told.errorUri;
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
   * Begins an exception, for a {@link TokenSource} of one's own.
   *
   * @param status the HTTP status of the answer
   * @return takes what else the answer tells
   */
  public static Builder builder(int status) {
    return new Builder(status);
  }

  /**
   * Gives the HTTP status of the token endpoint's answer.
   *
   * @return the status, mostly 400 or 401; some servers send errors with 200
   */
  @Override
  public int status() {
    return status;
  }

  /**
   * Gives the OAuth error code.
   *
   * @return for example {@code invalid_client}; null if the answer had none
   */
  @Override
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

  /** What the authorization server's answer tells; all but the status may be missing. */
  public static final class Builder {
    private final int status;
    private @Nullable String error;
    private @Nullable String errorDescription;
    private @Nullable String errorUri;
    private @Nullable Duration retryAfter;

    private Builder(int status) {
      this.status = status;
    }

    /**
     * Takes the OAuth error code.
     *
     * @param code {@code error} of RFC 6749, section 5.2
     * @return this builder
     */
    public Builder error(@Nullable String code) {
      error = code;
      return this;
    }

    /**
     * Takes the server's own words.
     *
     * @param words {@code error_description}, bounded and without control characters
     * @return this builder
     */
    public Builder errorDescription(@Nullable String words) {
      errorDescription = words;
      return this;
    }

    /**
     * Takes the server's page about the error.
     *
     * @param uri {@code error_uri}
     * @return this builder
     */
    public Builder errorUri(@Nullable String uri) {
      errorUri = uri;
      return this;
    }

    /**
     * Takes the pause that the server asked for.
     *
     * @param pause the value of {@code Retry-After}
     * @return this builder
     */
    public Builder retryAfter(@Nullable Duration pause) {
      retryAfter = pause;
      return this;
    }

    /**
     * Makes the exception.
     *
     * @param message what happened and what to do, without any secret or token
     * @return to be thrown here
     */
    public TokenRefusedException build(String message) {
      return new TokenRefusedException(message, this);
    }
  }
}
