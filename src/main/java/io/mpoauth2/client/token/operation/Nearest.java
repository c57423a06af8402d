package io.mpoauth2.client.token.operation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant who wrote a name that means nothing. */
public final class Nearest {
  /** Of a name's length: more different letters than this, and another one was meant. */
  private static final double LIKE = 0.4;

  private Nearest() {}

  /**
   * Gives the name that looks most like another one.
   *
   * @param name what was written
   * @param known the names that mean something
   * @return one of them; empty if none is like it
   */
  public static Optional<String> to(String name, Collection<String> known) {
    String plain = plain(name);
    return known.stream()
        .min(Comparator.comparingInt(each -> distance(plain, plain(each))))
        .filter(each -> distance(plain, plain(each)) <= LIKE * plain.length());
  }

  /**
   * Gives how many letters must be put in, taken out or changed (Levenshtein).
   *
   * @param from what was written
   * @param to what may have been meant
   * @return zero for the same
   */
  public static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }

  /** What is the same to the eye: case, hyphens, and what stands behind a family's dot. */
  private static String plain(String name) {
    return name.replaceFirst("\\..*", "").replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }
}
