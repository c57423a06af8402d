package io.mpoauth2.client.errors;

/**
 * What somebody reads in a log or an exception, as a test provoked it, and what it means.
 *
 * @param meaning what happened
 * @param by who says it: the exception's simple name, or the log
 * @param message the whole of it
 */
public record Provoked(String meaning, String by, String message) {

  public static Provoked by(String meaning, Throwable failure) {
    return new Provoked(
        meaning, failure.getClass().getSimpleName(), String.valueOf(failure.getMessage()));
  }

  public static Provoked warning(String meaning, String line) {
    return new Provoked(meaning, "WARNING", line);
  }
}
