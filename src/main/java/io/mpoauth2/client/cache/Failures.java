package io.mpoauth2.client.cache;

import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenSource;
import org.jspecify.annotations.Nullable;

/** What a caller is told who gets no token. */
final class Failures {
  private Failures() {}

  /**
   * Gives each caller of a flight that failed an exception of its own, with its own stack trace. A
   * flight fails with one of ours, with a problem in the settings, or because it was closed.
   */
  static RuntimeException forCaller(@Nullable Throwable failure) {
    if (failure instanceof TokenException e) {
      return e.forAnotherCaller();
    }
    return failure instanceof TokenSource.SettingsProblem problem ? problem : closed();
  }

  static IllegalStateException closed() {
    return new IllegalStateException("closed: the application of these token providers has ended");
  }
}
