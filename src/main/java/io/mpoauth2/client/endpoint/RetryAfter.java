package io.mpoauth2.client.endpoint;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The pause that a server asks for by a header (RFC 9110, section 10.2.3). */
final class RetryAfter {
  private static final Duration LONGEST = Duration.ofDays(3650);

  /** The longest HTTP-date has 33 characters (RFC 9110, section 5.6.7). */
  private static final int LONGEST_DATE = 40;

  private RetryAfter() {}

  /**
   * Gives the pause, told in seconds or as a date.
   *
   * @return from zero to ten years; null where nothing sensible was said
   */
  static @Nullable Duration pause(String header, Instant now) {
    if (ToldNumber.areDigits(header)) {
      Long seconds = ToldNumber.whole(header);
      return seconds == null ? null : atMost(seconds);
    }
    if (header.length() > LONGEST_DATE) {
      return null;
    }
    try {
      Instant end = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header));
      Duration pause = Duration.between(now, end);
      return pause.isNegative() ? Duration.ZERO : atMost(pause.toSeconds());
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static Duration atMost(long seconds) {
    return Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
  }
}
