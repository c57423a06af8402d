package io.mpoauth2.client.endpoint;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The pause that a server asks for by a header (RFC 9110, section 10.2.3): in seconds, which some
 * give with a fraction, or until a date in one of the three forms (section 5.6.7).
 */
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
    String text = header.strip();
    if (ToldNumber.areDigits(text.replaceFirst("\\.", ""))) {
      Long seconds = ToldNumber.whole(text);
      return seconds == null ? null : atMost(text.indexOf('.') < 0 ? seconds : seconds + 1);
    }
    Instant end = text.length() > LONGEST_DATE ? null : date(text, now);
    if (end == null) {
      return null;
    }
    Duration pause = Duration.between(now, end);
    return pause.isNegative() ? Duration.ZERO : atMost(pause.toSeconds());
  }

  private static @Nullable Instant date(String text, Instant now) {
    // A year of two digits is at most fifty years ahead.
    LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(49);
    DateTimeFormatter rfc850 =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, first)
            .appendPattern(" HH:mm:ss 'GMT'")
            .toFormatter(Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    DateTimeFormatter asctime =
        DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    for (DateTimeFormatter form : List.of(DateTimeFormatter.RFC_1123_DATE_TIME, rfc850, asctime)) {
      try {
        return form.parse(text, Instant::from);
      } catch (DateTimeException | ArithmeticException e) {
        // Perhaps in another form.
      }
    }
    return null;
  }

  private static Duration atMost(long seconds) {
    return Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
  }
}
