package io.mpoauth2.client.endpoint;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be a token among somebody else's words: a JWT, or a run of characters that no word, code
 * or name has.
 */
final class OpaqueRuns {
  private static final Pattern JWT = Pattern.compile("\\beyJ[\\w-]{5,}+(?:\\.[\\w-]*+){0,4}");
  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9_~+/=-]{16,}+");

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
    String without = JWT.matcher(text).replaceAll(Matcher.quoteReplacement(mark));
    return RUN.matcher(without)
        .replaceAll(
            (MatchResult found) -> {
              String run = found.group();
              boolean shown = isMadeOfWords(run) || !isSuspect.test(run);
              return Matcher.quoteReplacement(shown ? run : mark);
            });
  }

  private static boolean isMadeOfWords(String run) {
    for (String part : Arrays.asList(run.split("[_~+/=-]"))) {
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
