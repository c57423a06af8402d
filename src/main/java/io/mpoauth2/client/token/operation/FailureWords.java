package io.mpoauth2.client.token.operation;

import java.util.concurrent.CompletionException;

/** What may be said of a failure where anybody may read it. */
public final class FailureWords {
  /** Deeper than stages are ever put around each other; a failure may be its own cause. */
  private static final int DEEPEST = 100;

  private FailureWords() {}

  /**
   * Puts a failure into words that may be read by anybody.
   *
   * @param failure what went wrong
   * @return the message of an exception of this library; of any other its class and where it came
   *     up, because its own words may quote a secret, a token or a whole answer
   */
  public static String of(Throwable failure) {
    try {
      return words(told(failure));
    } catch (RuntimeException | Error e) {
      // A user's own exception, which fails when it is asked: its outcome must be told all the
      // same.
      return failure.getClass().getName();
    }
  }

  /** Gives what a stage failed with: every one but the first puts something around it. */
  private static Throwable told(Throwable failure) {
    Throwable cause = failure.getCause();
    for (int depth = 0; failure instanceof CompletionException && cause != null; depth++) {
      failure = cause;
      cause = depth < DEEPEST ? failure.getCause() : null;
    }
    return failure;
  }

  private static String words(Throwable failure) {
    return failure.getClass().getName().startsWith("io.mpoauth2.client.")
        ? String.valueOf(failure.getMessage())
        : failure.getClass().getName() + place(failure);
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
