package io.mpoauth2.client.endpoint;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be a token among somebody else's words: a JWT, or a run of characters that no word, code
 * or name has.
 */
final class OpaqueRuns {
  private static final Pattern JWT = Pattern.compile("\\beyJ[\\w-]{5,}+(?:\\.[\\w-]*+){0,4}");
  private static final String IN_RUNS = "_~+/=-";
  private static final int SHORTEST = 16;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[_~+/=-]");

  /** Longer than any word or id. */
  private static final int CERTAIN = 40;

  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}");

  /** An acronym with a number, as error codes are, a number, or words in camel case. */
  private static final Pattern WORD =
      Pattern.compile("[A-Z]{0,20}[0-9]{0,8}|[A-Z]{0,5}[a-z]*(?:[A-Z]{1,5}[a-z]+){0,9}[0-9]{0,3}");

  private static final int LONGEST_WORD = 36;

  /** Letters by chance have as many capitals as small ones, in words there are fewer. */
  private static final double LETTERS_PER_CAPITAL = 2.4;

  private OpaqueRuns() {}

  /** Of a page, which is long and may hold anything. */
  static String hiddenInBody(String text, String mark) {
    return hidden(text, mark, run -> !UUID.matcher(run).matches());
  }

  /** Of a description, whose ids (hexadecimal, or with hyphens) a server's operator asks for. */
  static String hiddenInMember(String text, String mark) {
    return hidden(
        text,
        mark,
        run ->
            run.length() >= CERTAIN
                || (has(run, 'a', 'z') && has(run, 'A', 'Z') && has(run, '0', '9')));
  }

  private static String hidden(String text, String mark, Predicate<String> isSuspect) {
    // Nearly no text has one, which is seen faster so.
    String without =
        text.contains("eyJ") ? JWT.matcher(text).replaceAll(Matcher.quoteReplacement(mark)) : text;
    StringBuilder shown = new StringBuilder(without.length());
    int at = 0;
    while (at < without.length()) {
      int end = endOfRun(without, at);
      String run = without.substring(at, end);
      boolean isHidden = run.length() >= SHORTEST && !isMadeOfWords(run) && isSuspect.test(run);
      shown.append(isHidden ? mark : run);
      if (end < without.length()) {
        shown.append(without.charAt(end));
      }
      at = end + 1;
    }
    return shown.toString();
  }

  private static int endOfRun(String text, int from) {
    int at = from;
    while (at < text.length() && isInRun(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isInRun(char each) {
    return (each >= 'a' && each <= 'z')
        || (each >= 'A' && each <= 'Z')
        || (each >= '0' && each <= '9')
        || IN_RUNS.indexOf(each) >= 0;
  }

  private static boolean isMadeOfWords(String run) {
    for (String part : Arrays.asList(BETWEEN_WORDS.split(run))) {
      if (part.length() > LONGEST_WORD || !WORD.matcher(part).matches() || isMixed(part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMixed(String part) {
    long capitals = part.chars().filter(each -> each >= 'A' && each <= 'Z').count();
    return has(part, 'a', 'z') && part.length() < LETTERS_PER_CAPITAL * capitals;
  }

  private static boolean has(String run, char first, char last) {
    return run.chars().anyMatch(each -> each >= first && each <= last);
  }
}
