package io.mpoauth2.concurrency;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenException;
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
    // An exception of the library has no cause that would tell.
    String message = String.valueOf(e.getMessage());
    if (message.contains("still under way")) {
      return "timed out";
    }
    if (message.contains("interrupted")) {
      return "interrupted";
    }
    return e.getCause() instanceof TokenException ? "told" : "failed";
  }
}
