package io.mpoauth2.client.token;

import java.time.Instant;

/** Token requests fail, and pause, or have come to succeed again. */
public interface CooldownEvent extends TokenEvent {

  /**
   * Gives how many requests failed in a row.
   *
   * @return 1 or more
   */
  int failures();

  /**
   * Gives when the first of them failed.
   *
   * @return by the wall clock
   */
  Instant since();

  /**
   * Gives when no request is held back any more.
   *
   * @return the time of the next attempt, or of the one that succeeded
   */
  Instant until();

  /**
   * Gives why the last of them failed.
   *
   * @return what callers get meanwhile
   */
  TokenException failure();
}
