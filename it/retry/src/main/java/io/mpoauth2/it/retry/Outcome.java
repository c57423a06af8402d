package io.mpoauth2.it.retry;

/** What the API does with the two requests of a call. */
public enum Outcome {
  /** A 401, then the answer. */
  ANSWERED("401, then the answer"),
  /** A 401, then another one. */
  REFUSED_TWICE("401 twice"),
  /** A 401, then the connection is closed without an answer. */
  RESET("401, then no answer"),
  /** A 401, then nothing for longer than the caller waits. */
  TIMEOUT("401, then silence");

  final String title;

  Outcome(String title) {
    this.title = title;
  }
}
