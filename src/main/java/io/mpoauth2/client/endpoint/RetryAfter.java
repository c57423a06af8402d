package io.mpoauth2.client.endpoint;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The pause that a server asks for by a header (RFC 9110, section 10.2.3): in seconds, which some
 * give with a fraction, or until a date in one of the three forms (section 5.6.7).
 */
final class RetryAfter {

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
      if (seconds == null) {
        return null;
      }
      Duration whole = atMost(seconds);
      return text.indexOf('.') < 0 ? whole : atMost(whole.toSeconds() + 1);
    }
    Instant end = HttpDate.parse(text, now);
    if (end == null) {
      return null;
    }
    Duration pause = Duration.between(now, end);
    return pause.isNegative() ? Duration.ZERO : atMost(pause.toSeconds());
  }

  private static Duration atMost(long seconds) {
    return Duration.ofSeconds(Math.min(seconds, LifetimeSettings.TEN_YEARS.toSeconds()));
  }
}
