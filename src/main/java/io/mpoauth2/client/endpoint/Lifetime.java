package io.mpoauth2.client.endpoint;

import java.time.Duration;
import java.util.Optional;

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
   * @return from a second to ten years; empty if the answer has none that is a number
   */
  static Optional<Duration> in(AnswerJson answer) {
    return answer
        .number("expires_in")
        .or(() -> answer.string("expires_in").map(String::strip))
        .filter(text -> text.matches("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?"))
        .map(Double::parseDouble)
        .map(
            seconds ->
                seconds < SHORTEST.toSeconds()
                    ? SHORTEST
                    : seconds > LONGEST.toSeconds()
                        ? LONGEST
                        : Duration.ofSeconds(seconds.longValue()));
  }
}
