package io.mpoauth2.client.endpoint;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A date in a header, in one of its three forms (RFC 9110, section 5.6.7). */
final class HttpDate {
  /** The longest has 33 characters. */
  private static final int LONGEST = 40;

  private HttpDate() {}

  /**
   * Gives the moment.
   *
   * @param now from which a year of two digits is understood
   * @return null where there is no date
   */
  static @Nullable Instant parse(String text, Instant now) {
    if (text.length() > LONGEST) {
      return null;
    }
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
}
