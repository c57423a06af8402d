package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/** Whoever was told of a failure and asks again at once hears when the next attempt is made. */
@JCStressTest
@Outcome(
    id = "(failed|cooldown), cooldown, (failed|cooldown), cooldown, 1 request",
    expect = ACCEPTABLE,
    desc = "The outage was there before anybody heard of it.")
@Outcome(expect = FORBIDDEN)
@State
public class FailedCallerWhoAsksAgainHearsOfTheCooldown {
  private final Bench bench = new Bench();

  public FailedCallerWhoAsksAgainHearsOfTheCooldown() {
    bench.source.meets(Trouble.UNREACHABLE);
    bench.flights.areTheirOwn();
  }

  @Actor
  public void first(LLLLL_Result r) {
    r.r1 = bench.token();
    r.r2 = bench.token();
  }

  @Actor
  public void second(LLLLL_Result r) {
    r.r3 = bench.token();
    r.r4 = bench.token();
  }

  @Arbiter
  public void afterwards(LLLLL_Result r) {
    r.r5 = bench.source.account();
  }
}
