package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/** The operating system gives no thread, until it does. */
@JCStressTest
@Outcome(
    id = "token-1, token-1, 2 flights, token-2, 2 requests",
    expect = ACCEPTABLE,
    desc = "Nobody saw the error; a cooldown later it was renewed.")
@Outcome(expect = FORBIDDEN)
@State
public class NoThreadForARenewalServesTheOldToken {
  private final Bench bench = new Bench();

  public NoThreadForARenewalServesTheOldToken() {
    bench.token();
    bench.tokenBecomesStale();
    bench.flights.areNotToBeHad();
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
  public void system() {
    bench.flights.areKept();
  }

  @Arbiter
  public void afterwards(LLLLL_Result r) {
    bench.cooldownEnds();
    bench.token();
    r.r3 = bench.flights.account();
    bench.flies();
    r.r4 = bench.token();
    r.r5 = bench.source.account();
  }
}
