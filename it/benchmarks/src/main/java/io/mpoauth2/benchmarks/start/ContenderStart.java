package io.mpoauth2.benchmarks.start;

import io.mpoauth2.benchmarks.contender.Entrant;
import io.mpoauth2.benchmarks.contender.Terms;
import java.net.URI;
import java.time.Duration;

/** A program that does nothing but get a token from a contender. */
final class ContenderStart {
  private ContenderStart() {}

  public static void main(String[] arguments) {
    Terms terms = new Terms(URI.create(arguments[0]), Duration.ofHours(1), Duration.ofSeconds(10));
    FirstToken.tell(Entrant.valueOf(arguments[1]).open(terms).token());
    // Not when its threads have ended.
    Runtime.getRuntime().halt(0);
  }
}
