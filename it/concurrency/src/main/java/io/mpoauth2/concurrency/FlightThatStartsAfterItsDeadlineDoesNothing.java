package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/** A flight gets its thread after it was given up, and others ask. */
@JCStressTest
@Outcome(
    id = "cooldown, cooldown, cooldown, token-1, 1 request",
    expect = ACCEPTABLE,
    desc = "Nothing was sent that nobody wanted any more.")
@Outcome(expect = FORBIDDEN)
@State
public class FlightThatStartsAfterItsDeadlineDoesNothing {
  private final Bench bench = new Bench();

  public FlightThatStartsAfterItsDeadlineDoesNothing() {
    bench.flights.areKept();
    bench.tokens.tokenAsync();
    bench.alarms.ring();
    bench.flights.areTheirOwn();
  }

  @Actor
  public void late() {
    bench.flies();
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
    bench.cooldownEnds();
    r.r4 = bench.token();
    r.r5 = bench.source.account();
  }
}
