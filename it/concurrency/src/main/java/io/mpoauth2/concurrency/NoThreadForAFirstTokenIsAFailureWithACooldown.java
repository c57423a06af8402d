package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** The operating system gives no thread, until it does. */
@JCStressTest
@Outcome(
    id = "(failed|cooldown), (failed|cooldown), token-1, 1 request",
    expect = ACCEPTABLE,
    desc = "There was none; a cooldown later there was.")
@Outcome(
    id = "token-1, token-1, token-1, 1 request",
    expect = ACCEPTABLE,
    desc = "There was one when the first caller came.")
@Outcome(expect = FORBIDDEN)
@State
public class NoThreadForAFirstTokenIsAFailureWithACooldown {
  private final Bench bench = new Bench();

  public NoThreadForAFirstTokenIsAFailureWithACooldown() {
    bench.flights.areNotToBeHad();
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
  public void system() {
    bench.flights.areTheirOwn();
  }

  @Arbiter
  public void afterwards(LLLL_Result r) {
    bench.cooldownEnds();
    r.r3 = bench.token();
    r.r4 = bench.source.account();
  }
}
