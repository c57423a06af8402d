package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** A thread is interrupted at any moment of its call. */
@JCStressTest
@Outcome(
    id = "(interrupted|token-1), token-1, token-1, 1 request",
    expect = ACCEPTABLE,
    desc = "It left or had a token; the flight went on.")
@Outcome(expect = FORBIDDEN)
@State
public class CallerInterruptedAnyTimeLeavesAlone {
  private final Bench bench = new Bench();
  private final InterruptibleCall call = new InterruptibleCall();

  public CallerInterruptedAnyTimeLeavesAlone() {
    bench.flights.areTheirOwn();
  }

  @Actor
  public void interrupted(LLLL_Result r) {
    r.r1 = call.during(bench::token);
  }

  @Actor
  public void other(LLLL_Result r) {
    r.r2 = bench.token();
  }

  @Actor
  public void interrupter() {
    call.interrupt();
  }

  @Arbiter
  public void afterwards(LLLL_Result r) {
    r.r3 = bench.token();
    r.r4 = bench.source.account();
  }
}
