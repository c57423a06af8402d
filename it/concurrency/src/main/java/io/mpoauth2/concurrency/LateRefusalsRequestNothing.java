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
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Refusals of two former tokens are told late, while a third caller asks. */
@JCStressTest
@Outcome(
    id = "token-3, token-3, token-3, 3 requests",
    expect = ACCEPTABLE,
    desc = "All of them got the current one.")
@Outcome(expect = FORBIDDEN)
@State
public class LateRefusalsRequestNothing {
  private final Bench bench = new Bench();
  private final AccessToken first = bench.tokens.token();
  private final AccessToken second = bench.tokens.replace(first);

  public LateRefusalsRequestNothing() {
    bench.passes(Duration.ofSeconds(1));
    bench.replace(second);
    bench.flights.areTheirOwn();
  }

  @Actor
  public void oldest(LLLL_Result r) {
    r.r1 = bench.replace(first);
  }

  @Actor
  public void older(LLLL_Result r) {
    r.r2 = bench.replace(second);
  }

  @Actor
  public void caller(LLLL_Result r) {
    r.r3 = bench.token();
  }

  @Arbiter
  public void afterwards(LLLL_Result r) {
    r.r4 = bench.source.account();
  }
}
