package io.mpoauth2.client.endpoint;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} header, in seconds or as a date (RFC 9110, section 10.2.3). */
final class RetryAfter {
  /** Longer than any cooldown, short enough for all arithmetic. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /** Gives the pause asked for, from zero to a day; null where nothing sensible was said. */
  static @Nullable Duration parse(String header, Instant now) {
    String value = header.strip();
    if (value.matches("\\d+")) {
      return value.length() > 5 ? LONGEST : Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
      Duration pause = Duration.between(now, until);
      if (pause.isNegative()) {
        return Duration.ZERO;
      }
      return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }
}
