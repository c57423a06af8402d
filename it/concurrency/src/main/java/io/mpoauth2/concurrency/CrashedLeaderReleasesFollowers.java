package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** The first request ends with an error that nobody foresaw. */
@JCStressTest
@Outcome(
    id = {
      "crashed, token-1, token-1, 2 requests",
      "token-1, crashed, token-1, 2 requests",
      "token-1, token-1, crashed, 2 requests"
    },
    expect = ACCEPTABLE,
    desc = "The leader alone has the error; another one led then.")
@Outcome(expect = FORBIDDEN)
@State
public class CrashedLeaderReleasesFollowers {
  private final Bench bench = new Bench();

  public CrashedLeaderReleasesFollowers() {
    bench.source.meets(Trouble.CRASH_OF_THE_FIRST);
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
  public void third(LLLL_Result r) {
    r.r3 = bench.token();
  }

  @Arbiter
  public void afterwards(LLLL_Result r) {
    r.r4 = bench.source.account();
  }
}
