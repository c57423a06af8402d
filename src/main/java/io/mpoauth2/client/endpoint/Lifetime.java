package io.mpoauth2.client.endpoint;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The one place where {@code expires_in} (RFC 6749, section 5.1) becomes a {@link Duration}. */
final class Lifetime {
  /** For answers that mean "for ever"; short enough that no clock arithmetic overflows. */
  static final Duration LONGEST = Duration.ofDays(3650);

  /** For answers of zero or less: short, but not a token request per call. */
  static final Duration SHORTEST = Duration.ofSeconds(1);

  private Lifetime() {}

  /**
   * Gives the lifetime in an answer. Some servers send a string of digits, some a fraction.
   *
   * @return from a second to ten years; null if the answer has none that is a number
   */
  static @Nullable Duration in(AnswerJson answer) {
    String number = answer.number("expires_in");
    String text = number == null ? answer.string("expires_in") : number;
    if (text == null || !text.strip().matches("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?")) {
      return null;
    }
    double seconds = Double.parseDouble(text.strip());
    if (seconds > LONGEST.toSeconds()) {
      return LONGEST;
    }
    return seconds < SHORTEST.toSeconds() ? SHORTEST : Duration.ofSeconds((long) seconds);
  }
}
