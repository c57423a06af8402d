package io.mpoauth2.benchmarks.scenario;

/**
 * A call for a token, ended or, when the callers were stopped, still waiting.
 *
 * @param startedAt on the clock of {@link System#nanoTime()}
 * @param nanos how long it took, or had waited
 * @param outcome what came of it
 */
record Call(long startedAt, long nanos, Outcome outcome) {
  enum Outcome {
    TOKEN,
    TOKEN_AFTER_ITS_END,
    FAILURE,
    STILL_WAITING
  }

  double milliseconds() {
    return nanos / 1e6;
  }

  boolean failed() {
    return outcome == Outcome.FAILURE;
  }

  boolean hasToken() {
    return outcome == Outcome.TOKEN;
  }
}
