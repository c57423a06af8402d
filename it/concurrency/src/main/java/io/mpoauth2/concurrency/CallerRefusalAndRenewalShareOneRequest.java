package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.mpoauth2.client.token.AccessToken;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** A renewal is under way when the token ends; one asks, and one had it refused. */
@JCStressTest
@Outcome(
    id = "token-2, token-2, 2 requests",
    expect = ACCEPTABLE,
    desc = "One flight for all of them.")
@Outcome(expect = FORBIDDEN)
@State
public class CallerRefusalAndRenewalShareOneRequest {
  private final Bench bench = new Bench();
  private final AccessToken expired = bench.tokens.token();

  public CallerRefusalAndRenewalShareOneRequest() {
    bench.flights.areKept();
    bench.passes(Duration.ofSeconds(969));
    bench.token();
    bench.passes(Duration.ofSeconds(1));
    bench.flights.areTheirOwn();
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
    bench.flies();
  }

  @Arbiter
  public void afterwards(LLL_Result r) {
    r.r3 = bench.source.account();
  }
}
