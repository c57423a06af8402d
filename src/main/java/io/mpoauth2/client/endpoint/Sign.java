package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.Seen.Outcome;
import io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * By what a {@link Symptom} is known.
 *
 * @param codes the OAuth codes that are among it
 * @param fits whether it was seen
 */
record Sign(Set<String> codes, Predicate<Seen> fits) {

  /** A refusal with one of these codes (RFC 6749, section 5.2, and others). */
  static Sign code(String... codes) {
    Set<String> each = Set.of(codes);
    return new Sign(each, seen -> seen.is(Outcome.REFUSED) && each.contains(seen.code()));
  }

  /** A refusal with that status and no code. */
  static Sign bare(int status) {
    return seen(seen -> seen.is(Outcome.REFUSED) && seen.code().isEmpty()).and(status(status));
  }

  static Sign is(Outcome outcome) {
    return seen(seen -> seen.is(outcome));
  }

  static Sign status(int status) {
    return seen(seen -> seen.status() == status);
  }

  static Sign missing(Missing what) {
    return seen(seen -> seen.missing().filter(what::equals).isPresent());
  }

  /** Words of the JDK's: an alert (RFC 8446, section 6.2), or why it gave up itself. */
  static Sign says(String regex) {
    Pattern words = Pattern.compile(regex);
    return seen(seen -> words.matcher(seen.detail()).find());
  }

  static Sign seen(Predicate<Seen> fits) {
    return new Sign(Set.of(), fits);
  }

  Sign and(Sign other) {
    return new Sign(union(codes, other.codes), fits.and(other.fits));
  }

  Sign or(Sign other) {
    return new Sign(union(codes, other.codes), fits.or(other.fits));
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new TreeSet<>(one);
    all.addAll(other);
    return Set.copyOf(all);
  }
}
