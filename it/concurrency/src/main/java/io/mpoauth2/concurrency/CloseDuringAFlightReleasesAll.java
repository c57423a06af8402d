package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** The cache is closed at any moment of a flight for which two wait. */
@JCStressTest
@Outcome(
    id = "token-1, token-1, token-1, 1 request",
    expect = ACCEPTABLE,
    desc = "It was landed, and the token still serves.")
@Outcome(
    id = "closed, closed, closed, [01] requests?",
    expect = ACCEPTABLE,
    desc = "It was ended, and what it brought was thrown away.")
@Outcome(expect = FORBIDDEN)
@State
public class CloseDuringAFlightReleasesAll {
  private final Bench bench = new Bench();

  public CloseDuringAFlightReleasesAll() {
    bench.flights.areTheirOwn();
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
  public void closer() {
    bench.closes();
  }

  @Arbiter
  public void afterwards(LLLL_Result r) {
    bench.flights.settle();
    r.r3 = bench.token();
    r.r4 = bench.source.account();
  }
}
