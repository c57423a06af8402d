package io.mpoauth2.benchmarks.start;

import io.mpoauth2.benchmarks.contender.Terms;
import io.mpoauth2.benchmarks.contender.TokenPost;
import java.net.URI;
import java.time.Duration;

/** A program that does nothing but ask for a token, with the JDK alone. */
final class FloorStart {
  private FloorStart() {}

  public static void main(String[] arguments) throws Exception {
    Terms terms = new Terms(URI.create(arguments[0]), Duration.ofHours(1), Duration.ofSeconds(10));
    FirstToken.tell(new TokenPost(terms).send());
  }
}
