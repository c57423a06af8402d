package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/**
 * A caller whose thread is interrupted leaves, whether it led or followed; the others get a token.
 */
@JCStressTest
@Outcome(
    id = "interrupted, token-1, token-1, [12] requests?",
    expect = ACCEPTABLE,
    desc = "It left, and another one led if it had.")
@Outcome(
    id = "token-1, token-1, token-1, 1 request",
    expect = ACCEPTABLE,
    desc = "The token was there before it had to wait.")
@Outcome(expect = FORBIDDEN)
@State
public class InterruptedLeaderReleasesFollowers {
  private final Bench bench = new Bench();

  @Actor
  public void interrupted(LLLL_Result r) {
    Thread.currentThread().interrupt();
    r.r1 = bench.token();
    // The thread goes on to the next round.
    Thread.interrupted();
  }

  @Actor
  public void second(LLLL_Result r) {
    r.r2 = bench.token();
  }

  @Actor
  public void third(LLLL_Result r) {
    r.r3 = bench.token();
  }

  @Arbiter
  public void afterwards(LLLL_Result r) {
    r.r4 = bench.source.account();
  }
}
