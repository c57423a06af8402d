package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.mpoauth2.client.token.AccessToken;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** A token is stale: one asks, one had it refused, and the renewal runs. */
@JCStressTest
@Outcome(
    id = "token-[12], token-2, 2 requests",
    expect = ACCEPTABLE,
    desc = "Refusal and renewal shared a request.")
@Outcome(expect = FORBIDDEN)
@State
public class StaleTokenServesWhileItIsReplaced {
  private final Bench bench = new Bench();
  private final AccessToken stale = bench.tokens.token();

  public StaleTokenServesWhileItIsReplaced() {
    bench.tokenBecomesStale();
    bench.flights.areKept();
    bench.token();
    bench.flights.areTheirOwn();
  }

  @Actor
  public void caller(LLL_Result r) {
    r.r1 = bench.token();
  }

  @Actor
  public void refused(LLL_Result r) {
    r.r2 = bench.replace(stale);
  }

  @Actor
  public void renewal() {
    bench.flies();
  }

  @Arbiter
  public void afterwards(LLL_Result r) {
    bench.flies();
    r.r3 = bench.source.account();
  }
}
