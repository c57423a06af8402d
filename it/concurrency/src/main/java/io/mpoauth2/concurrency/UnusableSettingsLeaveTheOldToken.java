package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** A stale token serves while the settings cannot be used. */
@JCStressTest
@Outcome(
    id = "token-[12], token-[12], token-2, 2 requests",
    expect = ACCEPTABLE,
    desc = "Nobody saw the problem.")
@Outcome(expect = FORBIDDEN)
@State
public class UnusableSettingsLeaveTheOldToken {
  private final Bench bench = new Bench();

  public UnusableSettingsLeaveTheOldToken() {
    bench.token();
    bench.tokenBecomesStale();
    bench.source.settingsBecome("");
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
  public void administrator() {
    bench.source.settingsBecome("mended");
  }

  @Arbiter
  public void afterwards(LLLL_Result r) {
    bench.flights.settle();
    bench.cooldownEnds();
    bench.token();
    bench.flights.settle();
    r.r3 = bench.token();
    r.r4 = bench.source.account();
  }
}
