package io.mpoauth2.client.endpoint;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Somebody else's words, made fit for a message: short, on one line, without our secrets. */
final class Excerpt {
  private static final int LONGEST = 200;
  private static final int LONGEST_DESCRIPTION = 1000;

  /** More is not looked at: nothing behind it would be shown. */
  private static final int MOST_READ = 1 << 13;

  /** Of a character of a secret: {@code %255Cu0026} and the like. */
  private static final int LONGEST_SPELLING = 12;

  /** Of a long one, an assertion say, this is looked for, and as much behind it as is like it. */
  private static final int LONGEST_HEAD = 256;

  /** A server that cuts what it repeats leaves the beginning of a secret; less says nothing. */
  private static final int LEAST_BEGINNING = 8;

  /** The mere word, in a sentence, tells nothing. */
  private static final Pattern TOKEN_WITH_VALUE =
      Pattern.compile(
          "(?i)token(?:[\"'\\s]{0,20}[:=>]|\\s{1,20}(?:is\\s{1,20})?[\"']?\\S{0,20}\\d)");

  /** What could forge a line, or hide text. */
  private static final Pattern FORGING =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\s]+");

  private static final String HIDDEN = "(hidden)";

  /** Each in all its readings, without case and kinds of blanks. */
  private final Set<String> secrets = new LinkedHashSet<>();

  /** The same without anything that a server may break a line or a page with. */
  private final Set<String> joined = new LinkedHashSet<>();

  private final int reserve;

  Excerpt(Collection<String> secrets) {
    int longest = 0;
    for (String secret : secrets) {
      longest = Math.max(longest, Math.min(secret.length(), LONGEST_HEAD));
      for (Spelled reading : Spelled.readings(secret)) {
        String folded = folded(reading.text());
        if (!folded.isBlank()) {
          this.secrets.add(folded);
        }
        String whole = folded(reading.joined().text());
        // A short one would be found across the words of any sentence.
        if (whole.length() >= LEAST_BEGINNING) {
          joined.add(whole);
        }
      }
    }
    this.reserve = longest * LONGEST_SPELLING;
  }

  String of(String text) {
    return shortened(withoutSecrets(text), LONGEST);
  }

  /** Gives a member of an error answer: words for people, in which a token may be as well. */
  String ofMember(String text) {
    return shortened(OpaqueRuns.hiddenInMember(withoutSecrets(text), HIDDEN), LONGEST);
  }

  /** Gives a description, whose end may be what an operator is asked for. */
  String ofDescription(String text) {
    return shortened(OpaqueRuns.hiddenInMember(withoutSecrets(text), HIDDEN), LONGEST_DESCRIPTION);
  }

  /** A body is shown only if it cannot hold a token: an answer cut off in the middle may. */
  String ofBody(String body) {
    if (body.isBlank()) {
      return "";
    }
    // A NUL at every other place tells of UTF-16, in which neither word nor token would be found.
    String text = body.replace("\0", "");
    return mayHoldToken(text)
        ? "; the body's " + body.length() + " characters are not shown, a token may be in them"
        : "; the body begins: \""
            + shortened(OpaqueRuns.hiddenInBody(withoutSecrets(text), HIDDEN), LONGEST)
            + '"';
  }

  /** Hides secrets in whatever spelling; of a long text there is the beginning. */
  String withoutSecrets(String text) {
    boolean cut = text.length() > MOST_READ;
    String read = cut ? text.substring(0, MOST_READ) : text;
    BitSet hidden = new BitSet();
    for (Spelled reading : Spelled.readings(read)) {
      hide(reading, secrets, hidden);
      hide(reading.joined(), joined, hidden);
    }
    if (!cut && hidden.isEmpty()) {
      return text;
    }
    // At the cut may stand a part of a secret, in a spelling that is longer than it.
    int end = cut ? Math.max(0, MOST_READ - reserve) : read.length();
    StringBuilder clean = new StringBuilder();
    int shown = 0;
    while (shown < end) {
      int next = hidden.nextSetBit(shown);
      clean.append(read, shown, next < 0 ? end : Math.min(next, end));
      if (next < 0 || next >= end) {
        break;
      }
      clean.append(HIDDEN);
      shown = hidden.nextClearBit(next);
    }
    return clean.toString();
  }

  private static void hide(Spelled reading, Set<String> secrets, BitSet hidden) {
    String folded = folded(reading.text());
    for (String secret : secrets) {
      String head = secret.substring(0, Math.min(secret.length(), LONGEST_HEAD));
      int at = folded.indexOf(head);
      while (at >= 0) {
        hide(reading, at, at + common(folded, at, secret), hidden);
        at = folded.indexOf(head, at + 1);
      }
      int length = folded.length();
      int begun = Math.min(head.length() - 1, length);
      while (begun >= LEAST_BEGINNING && !folded.regionMatches(length - begun, head, 0, begun)) {
        begun--;
      }
      if (begun >= LEAST_BEGINNING) {
        hide(reading, length - begun, length, hidden);
      }
    }
  }

  /** Gives how much of a secret stands there. */
  private static int common(String text, int at, String secret) {
    int most = Math.min(secret.length(), text.length() - at);
    int length = 0;
    while (length < most && text.charAt(at + length) == secret.charAt(length)) {
      length++;
    }
    return length;
  }

  private static void hide(Spelled reading, int from, int to, BitSet hidden) {
    hidden.set(reading.start(from), reading.end(to - 1));
  }

  /** What is the same for somebody who reads it, or to whom it is sent. One for one. */
  private static String folded(String text) {
    char[] folded = text.toCharArray();
    for (int at = 0; at < folded.length; at++) {
      char each = folded[at];
      boolean isBlank = each == '+' || each == '\u00A0' || Character.isWhitespace(each);
      folded[at] = isBlank ? ' ' : Character.toLowerCase(Character.toUpperCase(each));
    }
    return new String(folded);
  }

  private static String shortened(String text, int longest) {
    String clean = text;
    // Bounded first: what follows is done per character.
    boolean cut = clean.length() > longest;
    clean = cut ? clean.substring(0, longest) : clean;
    clean = FORGING.matcher(clean).replaceAll(" ").strip();
    return cut ? clean + " (cut)" : clean;
  }

  /** In whatever spelling of the word: a JSON parser would read it as well. */
  private static boolean mayHoldToken(String body) {
    String read = body.substring(0, Math.min(body.length(), MOST_READ));
    return Spelled.readings(read).stream()
        .map(Spelled::text)
        .filter(text -> folded(text).contains("token"))
        .anyMatch(text -> TOKEN_WITH_VALUE.matcher(text).find());
  }
}
