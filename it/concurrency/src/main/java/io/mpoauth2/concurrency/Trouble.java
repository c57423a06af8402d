package io.mpoauth2.concurrency;

import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;

/** What keeps a token request from being answered. */
@FunctionalInterface
interface Trouble {
  Trouble NONE = number -> {};

  Trouble UNREACHABLE =
      number -> {
        throw new TokenUnavailableException("unreachable", null);
      };

  Trouble REFUSAL =
      number -> {
        throw TokenRefusedException.builder(401)
            .error("invalid_client")
            .errorDescription("who?")
            .errorUri("https://why")
            .retryAfter(Duration.ofSeconds(30))
            .build("refused");
      };

  Trouble CRASH_OF_THE_FIRST =
      number -> {
        if (number == 1) {
          throw new Crash();
        }
      };

  /**
   * Throws what this trouble is.
   *
   * @param number of the request, counted from 1
   */
  void befall(int number);

  /** As little foreseen as memory that runs out. */
  final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
      super("crash", null, false, false);
    }
  }
}
