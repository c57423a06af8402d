package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/** The cooldown after a failure is over when three callers come. */
@JCStressTest
@Outcome(
    id = "token-1, token-1, token-1, token-1, 2 requests",
    expect = ACCEPTABLE,
    desc = "One flight for all.")
@Outcome(expect = FORBIDDEN)
@State
public class OutageEndsWithOneRequest {
  private final Bench bench = new Bench();

  public OutageEndsWithOneRequest() {
    bench.source.meets(Trouble.UNREACHABLE);
    bench.token();
    bench.source.meets(Trouble.NONE);
    bench.cooldownEnds();
    bench.flights.areTheirOwn();
  }

  @Actor
  public void first(LLLLL_Result r) {
    r.r1 = bench.token();
  }

  @Actor
  public void second(LLLLL_Result r) {
    r.r2 = bench.token();
  }

  @Actor
  public void third(LLLLL_Result r) {
    r.r3 = bench.token();
  }

  @Arbiter
  public void afterwards(LLLLL_Result r) {
    r.r4 = bench.token();
    r.r5 = bench.source.account();
  }
}
