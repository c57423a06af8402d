package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/** A renewal fails while callers come; after the cooldown the next one succeeds. */
@JCStressTest
@Outcome(
    id = "token-1, token-1, 2 requests, token-2, 3 requests",
    expect = ACCEPTABLE,
    desc = "The old token served, and the cooldown held.")
@Outcome(expect = FORBIDDEN)
@State
public class FailedRenewalIsTriedAgainLater {
  private final Bench bench = new Bench();

  public FailedRenewalIsTriedAgainLater() {
    bench.token();
    bench.tokenBecomesStale();
    bench.flights.areKept();
    bench.token();
    bench.source.meets(Trouble.UNREACHABLE);
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
  public void renewal() {
    bench.flies();
  }

  @Arbiter
  public void afterwards(LLLLL_Result r) {
    bench.flies();
    r.r3 = bench.source.account();
    bench.source.meets(Trouble.NONE);
    bench.cooldownEnds();
    bench.token();
    bench.flies();
    r.r4 = bench.token();
    r.r5 = bench.source.account();
  }
}
