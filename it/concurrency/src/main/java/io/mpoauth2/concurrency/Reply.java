package io.mpoauth2.concurrency;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenSource.SettingsProblem;
import java.util.function.Supplier;

/** What a caller gets, in a word. */
final class Reply {
  private Reply() {}

  /**
   * Calls.
   *
   * @return the value of the token; else {@code failed} for a caller who waited for a flight that
   *     failed, {@code cooldown} for one who came later, {@code interrupted}, {@code timed out},
   *     {@code unusable settings}, {@code closed}
   */
  static String to(Supplier<AccessToken> call) {
    try {
      return call.get().value();
    } catch (TokenException e) {
      return word(e);
    } catch (SettingsProblem e) {
      return "unusable settings";
    } catch (IllegalStateException e) {
      return "closed";
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
    return message.contains("interrupted") ? "interrupted" : "failed";
  }
}
