package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.mpoauth2.client.token.AccessToken;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** The spans are over, and two callers have one token after the other refused. */
@JCStressTest
@Outcome(
    id = "newer, newer, [34] requests",
    expect = ACCEPTABLE,
    desc = "Each of them got a newer token each time.")
@Outcome(expect = FORBIDDEN)
@State
public class ReplacementRefusedAtOnceIsReplaced {
  private final Bench bench = Bench.withoutSpans();
  private final AccessToken refused = bench.tokens.token();

  public ReplacementRefusedAtOnceIsReplaced() {
    bench.flights.areTheirOwn();
  }

  @Actor
  public void first(LLL_Result r) {
    r.r1 = refuseTwice();
  }

  @Actor
  public void second(LLL_Result r) {
    r.r2 = refuseTwice();
  }

  @Arbiter
  public void afterwards(LLL_Result r) {
    r.r3 = bench.source.account();
  }

  private String refuseTwice() {
    AccessToken other = bench.tokens.replace(refused);
    AccessToken another = bench.tokens.replace(other);
    boolean newer = number(refused) < number(other) && number(other) < number(another);
    return newer ? "newer" : other.value() + " and then " + another.value();
  }

  private static int number(AccessToken token) {
    return Integer.parseInt(token.value().substring("token-".length()));
  }
}
