package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.LifetimeSettings;
import java.time.DateTimeException;
import java.time.Duration;

/** A time in the settings of a client: ISO-8601 or plain seconds. */
final class ConfiguredDuration {
  /** Longer than any wait or margin that makes sense; keeps all arithmetic in range. */
  private static final Duration LONGEST = LifetimeSettings.TEN_YEARS;

  private final SettingsValues values;
  private final SettingsKey key;

  ConfiguredDuration(SettingsValues values, SettingsKey key) {
    this.values = values;
    this.key = key;
  }

  Duration moreThanZero() {
    return read(false);
  }

  Duration zeroOrMore() {
    return read(true);
  }

  private Duration read(boolean zeroAllowed) {
    String text = values.text(key);
    Duration duration;
    try {
      duration = parse(text);
    } catch (DateTimeException | NumberFormatException e) {
      values.problem(key, "is no duration such as PT5S or 5 (seconds)", text);
      return LONGEST;
    }
    boolean tooShort = duration.isNegative() || (duration.isZero() && !zeroAllowed);
    if (tooShort || duration.compareTo(LONGEST) > 0) {
      String least = zeroAllowed ? "zero" : "more than zero";
      values.problem(key, "must be " + least + " to ten years", text);
      return LONGEST;
    }
    return duration;
  }

  private static Duration parse(String text) {
    return Character.isDigit(text.charAt(0))
        ? Duration.ofSeconds(Long.parseLong(text))
        : Duration.parse(text);
  }
}
