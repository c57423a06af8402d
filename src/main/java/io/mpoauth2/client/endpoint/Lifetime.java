package io.mpoauth2.client.endpoint;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The lifetime of a token, {@code expires_in} in its answer (RFC 6749, section 5.1). Some servers
 * send a string of digits, some a fraction.
 */
final class Lifetime {
  static final Duration LONGEST = LifetimeSettings.TEN_YEARS;

  /** For lifetimes of zero or less: short, but not a token request per call. */
  static final Duration SHORTEST = Duration.ofSeconds(1);

  private Lifetime() {}

  /**
   * Gives what an answer tells.
   *
   * @return from a second to ten years; null if the answer has none that is a number
   */
  static @Nullable Duration toldBy(AnswerJson answer) {
    String number = answer.number("expires_in");
    String text = number == null ? answer.string("expires_in") : number;
    Long seconds = text == null ? null : ToldNumber.whole(text.strip());
    if (seconds == null) {
      return null;
    }
    return seconds < 1 ? SHORTEST : Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
  }
}
