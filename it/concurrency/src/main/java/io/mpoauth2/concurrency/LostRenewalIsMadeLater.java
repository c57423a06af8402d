package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** The executor loses a renewal, and its deadline comes while callers do. */
@JCStressTest
@Outcome(
    id = "token-1, token-1, token-2, 2 requests",
    expect = ACCEPTABLE,
    desc = "The old token served, and then a new one came.")
@Outcome(expect = FORBIDDEN)
@State
public class LostRenewalIsMadeLater {
  private final Bench bench = new Bench();

  public LostRenewalIsMadeLater() {
    bench.token();
    bench.tokenBecomesStale();
    bench.flights.areLost();
    bench.token();
    bench.flights.areTheirOwn();
  }

  @Actor
  public void first(LLLL_Result r) {
    r.r1 = bench.token();
  }

  @Actor
  public void second(LLLL_Result r) {
    r.r2 = bench.token();
  }

  @Actor
  public void timer() {
    bench.alarms.ring();
  }

  @Arbiter
  public void afterwards(LLLL_Result r) {
    bench.cooldownEnds();
    bench.token();
    bench.flights.settle();
    r.r3 = bench.token();
    r.r4 = bench.source.account();
  }
}
