package io.mpoauth2.client.endpoint;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The one place where what a server tells of time becomes a {@link Duration}. */
final class ToldDuration {
  /** For answers that mean "for ever"; short enough that no clock arithmetic overflows. */
  static final Duration LONGEST = Duration.ofDays(3650);

  /** For lifetimes of zero or less: short, but not a token request per call. */
  static final Duration SHORTEST_LIFETIME = Duration.ofSeconds(1);

  private ToldDuration() {}

  /**
   * Gives the lifetime in an answer, {@code expires_in} (RFC 6749, section 5.1). Some servers send
   * a string of digits, some a fraction.
   *
   * @return from a second to ten years; null if the answer has none that is a number
   */
  static @Nullable Duration lifetime(AnswerJson answer) {
    String number = answer.number("expires_in");
    String text = number == null ? answer.string("expires_in") : number;
    try {
      BigDecimal seconds = new BigDecimal(text == null ? "" : text.strip());
      if (seconds.compareTo(BigDecimal.valueOf(LONGEST.toSeconds())) > 0) {
        return LONGEST;
      }
      return seconds.compareTo(BigDecimal.ONE) < 0
          ? SHORTEST_LIFETIME
          : Duration.ofSeconds(seconds.longValue());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Gives the pause asked for by {@code Retry-After}, in seconds or as a date (RFC 9110, section
   * 10.2.3).
   *
   * @return from zero to ten years; null where nothing sensible was said
   */
  static @Nullable Duration retryAfter(String header, Instant now) {
    try {
      Duration pause =
          header.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(header))
              : Duration.between(
                  now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
      return pause.isNegative() ? Duration.ZERO : pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    } catch (DateTimeException | ArithmeticException e) {
      return header.matches("\\d+") ? LONGEST : null;
    }
  }
}
