package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/** Settings were changed during a cooldown; a second later three callers come. */
@JCStressTest
@Outcome(
    id = "(cooldown|token-1), (cooldown|token-1), (cooldown|token-1), token-1, 2 requests",
    expect = ACCEPTABLE,
    desc = "One looked, and its flight sent.")
@Outcome(expect = FORBIDDEN)
@State
public class ChangedSettingsEndACooldownOnce {
  private final Bench bench = new Bench();

  public ChangedSettingsEndACooldownOnce() {
    bench.source.meets(Trouble.REFUSAL);
    bench.token();
    bench.source.meets(Trouble.NONE);
    bench.source.settingsBecome("changed");
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
    r.r4 = bench.token();
    r.r5 = bench.source.account();
  }
}
