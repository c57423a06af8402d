package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/** A second into a cooldown of thirty, three callers come. */
@JCStressTest
@Outcome(
    id = "cooldown, cooldown, cooldown, 1 request, 3 readings",
    expect = ACCEPTABLE,
    desc = "One looked for all.")
@Outcome(expect = FORBIDDEN)
@State
public class UnchangedSettingsAreLookedAtOnce {
  private final Bench bench = new Bench();

  public UnchangedSettingsAreLookedAtOnce() {
    bench.source.meets(Trouble.REFUSAL);
    bench.token();
    bench.source.meets(Trouble.NONE);
    bench.cooldownEnds();
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
