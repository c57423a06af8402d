package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Callers come while the renewal runs; when all is done, the next token is renewed too. */
@JCStressTest
@Outcome(
    id = "token-[12], token-[12], 2 requests, 3 requests",
    expect = ACCEPTABLE,
    desc = "Nobody renewed what was renewed.")
@Outcome(expect = FORBIDDEN)
@State
public class RenewalDuringCallsRequestsOnce {
  private final Bench bench = new Bench();

  public RenewalDuringCallsRequestsOnce() {
    bench.token();
    bench.tokenBecomesStale();
    bench.flights.areKept();
    bench.token();
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
  public void renewal() {
    bench.flies();
  }

  @Arbiter
  public void afterwards(LLLL_Result r) {
    bench.flies();
    r.r3 = bench.source.account();
    bench.tokenBecomesStale();
    bench.token();
    bench.flies();
    r.r4 = bench.source.account();
  }
}
