package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Settings cannot be used, until somebody mends them. */
@JCStressTest
@Outcome(
    id = "(unusable settings|token-1), (unusable settings|token-1), token-1, 1 request",
    expect = ACCEPTABLE,
    desc = "Each had what the settings were, and nobody was kept waiting.")
@Outcome(expect = FORBIDDEN)
@State
public class UnusableSettingsHaveNoCooldown {
  private final Bench bench = new Bench();

  public UnusableSettingsHaveNoCooldown() {
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
    r.r3 = bench.token();
    r.r4 = bench.source.account();
  }
}
