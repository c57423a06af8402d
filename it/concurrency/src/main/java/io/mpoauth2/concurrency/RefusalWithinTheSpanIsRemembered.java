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
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/**
 * A replacement is refused within its span by two callers: it comes back, and its successor has
 * twice the span.
 */
@JCStressTest
@Outcome(
    id = "token-2, token-2, 2 requests, token-3, token-4",
    expect = ACCEPTABLE,
    desc = "Nobody asked within a span; both spans ended when they should.")
@Outcome(expect = FORBIDDEN)
@State
public class RefusalWithinTheSpanIsRemembered {
  private final Bench bench = new Bench();
  private final AccessToken replacement = bench.tokens.replace(bench.tokens.token());

  public RefusalWithinTheSpanIsRemembered() {
    bench.flights.areTheirOwn();
  }

  @Actor
  public void first(LLLLL_Result r) {
    r.r1 = bench.replace(replacement);
  }

  @Actor
  public void second(LLLLL_Result r) {
    r.r2 = bench.replace(replacement);
  }

  @Arbiter
  public void afterwards(LLLLL_Result r) {
    r.r3 = bench.source.account();
    bench.passes(Duration.ofSeconds(1));
    AccessToken successor = bench.tokens.replace(replacement);
    bench.passes(Duration.ofSeconds(1));
    r.r4 = bench.replace(successor);
    bench.passes(Duration.ofSeconds(1));
    r.r5 = bench.replace(successor);
  }
}
