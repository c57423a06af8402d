package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** The executor has no thread to spare, until it has. */
@JCStressTest
@Outcome(
    id = "token-1, token-1, 1 renewal",
    expect = ACCEPTABLE,
    desc = "Queued once, by one of the callers or the one afterwards.")
@Outcome(expect = FORBIDDEN)
@State
public class RejectedRenewalIsQueuedLater {
  private final Bench bench = new Bench();

  public RejectedRenewalIsQueuedLater() {
    bench.token();
    bench.tokenBecomesStale();
    bench.renewals.rejects();
  }

  @Actor
  public void first(LLL_Result r) {
    r.r1 = bench.token();
  }

  @Actor
  public void second(LLL_Result r) {
    r.r2 = bench.token();
  }

  @Actor
  public void executor() {
    bench.renewals.acceptsAgain();
  }

  @Arbiter
  public void afterwards(LLL_Result r) {
    bench.token();
    r.r3 = bench.renewals.account();
  }
}
