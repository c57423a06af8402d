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
 * A caller comes with his thread interrupted, and leaves where he would wait; the flight goes on.
 */
@JCStressTest
@Outcome(
    id = "(interrupted|token-1), token-1, token-1, 1 request",
    expect = ACCEPTABLE,
    desc = "One request, whoever started it.")
@Outcome(expect = FORBIDDEN)
@State
public class InterruptedCallerLeavesAlone {
  private final Bench bench = new Bench();

  public InterruptedCallerLeavesAlone() {
    bench.flights.areTheirOwn();
  }

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
    bench.flights.settle();
    r.r4 = bench.source.account();
  }
}
