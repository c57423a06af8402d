package io.mpoauth2.client.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No token could be had. The two kinds answer the one question a caller has: did the authorization
 * server refuse, or could it not be asked? A later version may have a further kind. Through a REST
 * client this stands in the cause chain.
 */
// Not sealed: a switch over the kinds would not compile any more when there is a further one.
public abstract class TokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int failures;
  private final @Nullable Instant nextAttempt;
  private final @Nullable Duration retryAfter;

  /**
   * Without a cause, and none can be added: what others say may have a secret in it, and stack
   * traces are printed.
   */
  TokenException(String message, @Nullable Duration retryAfter) {
    super(message, null, false, true);
    this.failures = 1;
    this.nextAttempt = null;
    this.retryAfter = retryAfter;
  }

  /** The same failure, told to one more caller. */
  TokenException(
      String message, TokenException first, int failures, @Nullable Instant nextAttempt) {
    super(message, first, false, true);
    this.failures = failures;
    this.nextAttempt = nextAttempt;
    this.retryAfter = first.retryAfter;
  }

  /**
   * Gives the HTTP status of the token endpoint's answer.
   *
   * @return the status; zero if there was no answer
   */
  public int status() {
    return 0;
  }

  /**
   * Gives the OAuth error code (RFC 6749, section 5.2).
   *
   * @return for example {@code invalid_client}; null if the answer had none
   */
  public @Nullable String error() {
    return null;
  }

  /**
   * Gives how often the token request failed in a row.
   *
   * @return 1 or more
   */
  public int failures() {
    return failures;
  }

  /**
   * Gives when the next token request is made, if this exception was given without one during a
   * cooldown.
   *
   * @return the end of the cooldown; empty on the exception of the request itself
   */
  public Optional<Instant> nextAttempt() {
    return Optional.ofNullable(nextAttempt);
  }

  /**
   * Gives the pause that the authorization server asked for (RFC 9110, section 10.2.3).
   *
   * @return the value of {@code Retry-After}; empty if there was none
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /**
   * Gives the same failure for a caller for whom no request was sent because of the cooldown.
   *
   * @param failuresSoFar how often the token request failed in a row
   * @param next when the next one is made
   * @return an exception of the same kind, with this one as its cause
   */
  public final TokenException duringCooldown(int failuresSoFar, Instant next) {
    String often = failuresSoFar == 1 ? "once" : failuresSoFar + " times in a row";
    return again(
        getMessage() + " (failed " + often + "; next attempt not before " + next + ")",
        failuresSoFar,
        next);
  }

  /**
   * Gives the same failure for one of many who waited for the same token request.
   *
   * @return an exception of the same kind, with this one as its cause
   */
  public final TokenException forAnotherCaller() {
    return again(String.valueOf(getMessage()), failures, nextAttempt);
  }

  /** Gives another exception of the same kind, with this one as its cause. */
  abstract TokenException again(String message, int failures, @Nullable Instant nextAttempt);
}
