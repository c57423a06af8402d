package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/** The executor runs renewals on the thread of the caller, who gets the old token all the same. */
@JCStressTest
@Outcome(
    id = "token-[12], token-[12], token-[12], 2 requests, 3 requests",
    expect = ACCEPTABLE,
    desc = "One renewal per token.")
@Outcome(expect = FORBIDDEN)
@State
public class RenewalOnTheCallersThreadRequestsOnce {
  private final Bench bench = new Bench();

  public RenewalOnTheCallersThreadRequestsOnce() {
    bench.token();
    bench.tokenBecomesStale();
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
    r.r4 = bench.source.account();
    bench.tokenBecomesStale();
    bench.token();
    r.r5 = bench.source.account();
  }
}
