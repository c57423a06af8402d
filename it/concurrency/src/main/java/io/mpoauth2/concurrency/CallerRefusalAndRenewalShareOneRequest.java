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

/** A token has expired: one asks, one had it refused, and the renewal runs late. */
@JCStressTest
@Outcome(
    id = "token-2, token-2, 2 requests",
    expect = ACCEPTABLE,
    desc = "One of the three asked for the second token.")
@Outcome(expect = FORBIDDEN)
@State
public class CallerRefusalAndRenewalShareOneRequest {
  private final Bench bench = new Bench();
  private final AccessToken expired = bench.tokens.token();

  public CallerRefusalAndRenewalShareOneRequest() {
    bench.tokenBecomesStale();
    bench.token();
    bench.tokenExpires();
  }

  @Actor
  public void caller(LLL_Result r) {
    r.r1 = bench.token();
  }

  @Actor
  public void refused(LLL_Result r) {
    r.r2 = bench.replace(expired);
  }

  @Actor
  public void renewal() {
    bench.renewals.runAll();
  }

  @Arbiter
  public void afterwards(LLL_Result r) {
    r.r3 = bench.source.account();
  }
}
