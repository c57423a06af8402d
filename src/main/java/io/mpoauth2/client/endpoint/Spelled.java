package io.mpoauth2.client.endpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text after some of its escapes were undone, each character with the place in the first text
 * that it stands for. So a secret is found in whatever spelling a server repeats it, and exactly
 * that is hidden.
 */
final class Spelled {
  /** A page may have a link in it whose parameter is a link again. More is nobody's accident. */
  private static final int DEEPEST = 4;

  private static final String TAG = "<[A-Za-z/!][^<>]{0,100}>";

  private static final Pattern BREAK =
      Pattern.compile("\\p{Cf}|" + TAG + "(?:\\s{0,9}" + TAG + ")*+|\\h{0,100}\\R\\s*+");

  private final String text;

  /** Empty where every character stands for itself, as in nearly every text. */
  private final int[] starts;

  private final int[] ends;

  private Spelled(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** Gives a text as it is, and after undoing escapes once, twice, as often as there are any. */
  static List<Spelled> readings(String text) {
    Spelled next = new Spelled(text, new int[0], new int[0]);
    if (Escapes.nextMark(text, 0) == text.length()) {
      return List.of(next);
    }
    List<Spelled> readings = new ArrayList<>();
    readings.add(next);
    while (readings.size() <= DEEPEST) {
      String last = next.text;
      next = next.undone();
      if (next.text.equals(last)) {
        break;
      }
      readings.add(next);
    }
    return readings;
  }

  /** What it reads as. */
  String text() {
    return text;
  }

  /** Where a character of it begins in the first text. */
  int start(int at) {
    return starts.length == 0 ? at : starts[at];
  }

  /** Where a character of it ends there. */
  int end(int at) {
    return ends.length == 0 ? at + 1 : ends[at];
  }

  /**
   * Gives the same without what lines and pages are broken with: the end of a line and blanks
   * around it, characters nobody sees, tags. Blanks within a line stay, for they part words.
   */
  Spelled joined() {
    StringBuilder kept = new StringBuilder(text.length());
    int[] from = new int[text.length()];
    int[] to = new int[text.length()];
    Matcher broken = BREAK.matcher(text);
    int at = 0;
    while (at < text.length()) {
      boolean isBroken = broken.find();
      int until = isBroken ? broken.start() : text.length();
      for (; at < until; at++) {
        from[kept.length()] = start(at);
        to[kept.length()] = end(at);
        kept.append(text.charAt(at));
      }
      at = isBroken ? broken.end() : at;
    }
    int length = kept.length();
    return new Spelled(kept.toString(), Arrays.copyOf(from, length), Arrays.copyOf(to, length));
  }

  private Spelled undone() {
    Undone undone = new Undone();
    Escapes.undo(text, undone);
    return undone.spelled();
  }

  /** The next reading, while it is being made. */
  private final class Undone implements Escapes.Reader {
    private final StringBuilder plain = new StringBuilder(text.length());
    private final int[] from = new int[text.length()];
    private final int[] to = new int[text.length()];

    @Override
    public void plain(int first, int last) {
      int read = plain.length();
      for (int at = first; at < last; at++, read++) {
        from[read] = start(at);
        to[read] = end(at);
      }
      plain.append(text, first, last);
    }

    @Override
    public void escape(String piece, int first, int last) {
      int read = plain.length();
      Arrays.fill(from, read, read + piece.length(), start(first));
      Arrays.fill(to, read, read + piece.length(), end(last - 1));
      plain.append(piece);
    }

    Spelled spelled() {
      int length = plain.length();
      return new Spelled(plain.toString(), Arrays.copyOf(from, length), Arrays.copyOf(to, length));
    }
  }
}
