package io.mpoauth2.concurrency;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** What a caller gets, in a word. */
final class Reply {
  private Reply() {}

  /**
   * Calls.
   *
   * @return the value of the token; else {@code failed} for the caller whose own request failed,
   *     {@code told} for one who waited for that, {@code cooldown} for one who came later, {@code
   *     interrupted}, {@code crashed}, {@code timed out}
   */
  static String to(Supplier<AccessToken> call) {
    try {
      return call.get().value();
    } catch (TokenException e) {
      return word(e);
    } catch (Trouble.Crash e) {
      return "crashed";
    }
  }

  private static String word(TokenException e) {
    if (e.nextAttempt().isPresent()) {
      return "cooldown";
    }
    Throwable cause = e.getCause();
    if (cause instanceof TimeoutException) {
      return "timed out";
    }
    if (cause instanceof InterruptedException) {
      return "interrupted";
    }
    return cause instanceof TokenException ? "told" : "failed";
  }
}
