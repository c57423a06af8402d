package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.mpoauth2.client.token.AccessToken;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/** Whoever has seen the replacement never gets the refused token any more. */
@JCStressTest
@Outcome(
    id = "token-2, token-2, token-1, token-[12], 2 requests",
    expect = ACCEPTABLE,
    desc = "The caller first came before it was stored.")
@Outcome(
    id = "token-2, token-2, token-2, token-2, 2 requests",
    expect = ACCEPTABLE,
    desc = "The caller came after it was stored.")
@Outcome(expect = FORBIDDEN)
@State
public class ReplacementIsNeverTakenBack {
  private final Bench bench = new Bench();
  private final AccessToken refused = bench.tokens.token();

  public ReplacementIsNeverTakenBack() {
    bench.flights.areTheirOwn();
  }

  @Actor
  public void refused(LLLLL_Result r) {
    r.r1 = bench.replace(refused);
    r.r2 = bench.token();
  }

  @Actor
  public void caller(LLLLL_Result r) {
    r.r3 = bench.token();
    r.r4 = bench.token();
  }

  @Arbiter
  public void afterwards(LLLLL_Result r) {
    r.r5 = bench.source.account();
  }
}
