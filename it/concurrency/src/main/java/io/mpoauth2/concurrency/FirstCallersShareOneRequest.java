package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Three callers come to an empty cache. */
@JCStressTest
@Outcome(
    id = "token-1, token-1, token-1, 1 request",
    expect = ACCEPTABLE,
    desc = "One led, the others followed or came later.")
@Outcome(expect = FORBIDDEN)
@State
public class FirstCallersShareOneRequest {
  private final Bench bench = new Bench();

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
