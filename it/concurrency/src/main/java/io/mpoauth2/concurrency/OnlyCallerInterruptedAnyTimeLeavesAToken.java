package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** The only caller gives up at any moment; whoever comes next has what the flight brought. */
@JCStressTest
@Outcome(
    id = "(interrupted|token-1), token-1, 1 request",
    expect = ACCEPTABLE,
    desc = "The flight went on with nobody waiting.")
@Outcome(expect = FORBIDDEN)
@State
public class OnlyCallerInterruptedAnyTimeLeavesAToken {
  private final Bench bench = new Bench();
  private final InterruptibleCall call = new InterruptibleCall();

  public OnlyCallerInterruptedAnyTimeLeavesAToken() {
    bench.flights.areTheirOwn();
  }

  @Actor
  public void interrupted(LLL_Result r) {
    r.r1 = call.during(bench::token);
  }

  @Actor
  public void interrupter() {
    call.interrupt();
  }

  @Arbiter
  public void afterwards(LLL_Result r) {
    r.r2 = bench.token();
    r.r3 = bench.source.account();
  }
}
