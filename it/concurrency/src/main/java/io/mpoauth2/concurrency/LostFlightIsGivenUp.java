package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/** The executor loses a flight, and nobody rings: callers end it when its time is over. */
@JCStressTest
@Outcome(
    id = "(failed|cooldown), (failed|cooldown), cooldown, token-2, 2 requests",
    expect = ACCEPTABLE,
    desc = "A failure like any other, with a cooldown.")
@Outcome(expect = FORBIDDEN)
@State
public class LostFlightIsGivenUp {
  private final Bench bench = Bench.withoutPatience();

  public LostFlightIsGivenUp() {
    bench.token();
    bench.tokenExpires();
    bench.flights.areLost();
  }

  @Actor
  public void first(LLLLL_Result r) {
    r.r1 = bench.token();
  }

  @Actor
  public void second(LLLLL_Result r) {
    r.r2 = bench.token();
  }

  @Arbiter
  public void afterwards(LLLLL_Result r) {
    r.r3 = bench.token();
    bench.flights.areTheCallers();
    bench.cooldownEnds();
    r.r4 = bench.token();
    r.r5 = bench.source.account();
  }
}
