package io.mpoauth2.client.token.operation;

import java.time.Duration;
import java.util.Locale;

/**
 * Why a token is not replaced: it is a replacement itself, and refused before its span was over.
 *
 * @param age how long there has been the token
 * @param left how long it is until another one may be asked for
 */
public record Brake(Duration age, Duration left) {
  /**
   * Puts it into words.
   *
   * @return what may follow a colon
   */
  public String inWords() {
    return "it is itself a replacement, "
        + (age.toSeconds() < 1 ? "less than a second" : seconds(age))
        + " old, and the next one may come in "
        + (left.toMillis() < 50 ? "a moment" : seconds(left));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
