package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/** Three callers come to a stale token; when it was renewed, the next one becomes stale. */
@JCStressTest
@Outcome(
    id = "token-1, token-1, token-1, 2 flights, 3 flights",
    expect = ACCEPTABLE,
    desc = "One renewal per token.")
@Outcome(expect = FORBIDDEN)
@State
public class StaleTokenStartsOneRenewal {
  private final Bench bench = new Bench();

  public StaleTokenStartsOneRenewal() {
    bench.token();
    bench.tokenBecomesStale();
    bench.flights.areKept();
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
    r.r4 = bench.flights.account();
    bench.flies();
    bench.tokenBecomesStale();
    bench.token();
    r.r5 = bench.flights.account();
  }
}
