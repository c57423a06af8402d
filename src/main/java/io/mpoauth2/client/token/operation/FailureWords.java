package io.mpoauth2.client.token.operation;

import java.util.concurrent.CompletionException;

/** What may be said of a failure where anybody may read it. */
public final class FailureWords {
  private FailureWords() {}

  /**
   * Puts a failure into words that may be read by anybody.
   *
   * @param failure what went wrong
   * @return the message of an exception of this library; of any other its class and where it came
   *     up, because its own words may quote a secret, a token or a whole answer
   */
  public static String of(Throwable failure) {
    Throwable cause = failure.getCause();
    if (failure instanceof CompletionException && cause != null) {
      // Put around it by every stage but the first.
      return of(cause);
    }
    if (failure.getClass().getName().startsWith("io.mpoauth2.client.")) {
      return String.valueOf(failure.getMessage());
    }
    return failure.getClass().getName() + place(failure);
  }

  /**
   * Gives where a failure came up.
   *
   * @param failure what went wrong
   * @return words that follow its name; empty where that is not known
   */
  public static String place(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }
}
