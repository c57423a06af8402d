package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/**
 * The request for a first token fails: everybody hears of it, and so does the next caller, without
 * a request.
 */
@JCStressTest
@Outcome(
    id = "(failed|cooldown), (failed|cooldown), (failed|cooldown), cooldown, 1 request",
    expect = ACCEPTABLE,
    desc = "All waited or came later.")
@Outcome(expect = FORBIDDEN)
@State
public class FailureReachesEveryCaller {
  private final Bench bench = new Bench();

  public FailureReachesEveryCaller() {
    bench.source.meets(Trouble.UNREACHABLE);
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
