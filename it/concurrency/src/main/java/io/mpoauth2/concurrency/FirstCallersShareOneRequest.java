package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/** Three callers come at once, and there is no token yet. */
@JCStressTest
@Outcome(
    id = "token-1, token-1, token-1, 1 request, 1 reading",
    expect = ACCEPTABLE,
    desc = "One flight for all, which read the settings once.")
@Outcome(expect = FORBIDDEN)
@State
public class FirstCallersShareOneRequest {
  private final Bench bench = new Bench();

  public FirstCallersShareOneRequest() {
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
    bench.flights.settle();
    r.r4 = bench.source.account();
    r.r5 = bench.source.readings();
  }
}
