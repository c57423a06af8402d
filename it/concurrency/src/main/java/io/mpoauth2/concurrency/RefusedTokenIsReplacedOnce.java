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

/** Two callers had the same token refused while a third one asks. */
@JCStressTest
@Outcome(
    id = "token-2, token-2, token-[12], token-2, 2 requests",
    expect = ACCEPTABLE,
    desc = "One replacement, and it stays.")
@Outcome(expect = FORBIDDEN)
@State
public class RefusedTokenIsReplacedOnce {
  private final Bench bench = new Bench();
  private final AccessToken refused = bench.tokens.token();

  public RefusedTokenIsReplacedOnce() {
    bench.flights.areTheirOwn();
  }

  @Actor
  public void first(LLLLL_Result r) {
    r.r1 = bench.replace(refused);
  }

  @Actor
  public void second(LLLLL_Result r) {
    r.r2 = bench.replace(refused);
  }

  @Actor
  public void caller(LLLLL_Result r) {
    r.r3 = bench.token();
  }

  @Arbiter
  public void afterwards(LLLLL_Result r) {
    r.r4 = bench.token();
    r.r5 = bench.source.account();
  }
}
