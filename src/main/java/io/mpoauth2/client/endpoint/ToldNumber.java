package io.mpoauth2.client.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * A number as somebody else wrote it: a sign, digits, a fraction, an exponent, each of them as long
 * as it likes. Read in one pass, because to make a number of a million digits takes seconds.
 */
final class ToldNumber {
  /** That many digits fit into a {@code long}. */
  private static final int MOST_DIGITS = 18;

  /** Beyond this an exponent makes any number too large, or nothing. */
  private static final int LARGEST_EXPONENT = 99_999_999;

  private ToldNumber() {}

  /**
   * Gives the whole part.
   *
   * @return towards zero; {@link Long#MAX_VALUE}, or its opposite, for one that is too large; null
   *     for what is no number
   */
  static @Nullable Long whole(String text) {
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    int e = Math.max(rest.indexOf('e'), rest.indexOf('E'));
    Long exponent = e < 0 ? Long.valueOf(0) : exponent(rest.substring(e + 1));
    String mantissa = e < 0 ? rest : rest.substring(0, e);
    int point = mantissa.indexOf('.');
    String digits = point < 0 ? mantissa : mantissa.substring(0, point);
    String fraction = point < 0 ? "0" : mantissa.substring(point + 1);
    if (exponent == null || !areDigits(digits) || !areDigits(fraction)) {
      return null;
    }
    long whole = whole(digits + fraction, digits.length() + exponent);
    return negative ? -whole : whole;
  }

  static boolean areDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Gives the number that the digits before a point make, which may be beyond them. */
  private static long whole(String digits, long point) {
    int first = 0;
    while (first < digits.length() && digits.charAt(first) == '0') {
      first++;
    }
    long length = point - first;
    if (first == digits.length() || length <= 0) {
      return 0;
    }
    if (length > MOST_DIGITS) {
      return Long.MAX_VALUE;
    }
    String known = digits.substring(first, (int) Math.min(point, digits.length()));
    return Long.parseLong(known + "0".repeat((int) length - known.length()));
  }

  private static @Nullable Long exponent(String text) {
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    if (!areDigits(digits)) {
      return null;
    }
    long size = Math.min(whole(digits, digits.length()), LARGEST_EXPONENT);
    return negative ? -size : size;
  }
}
