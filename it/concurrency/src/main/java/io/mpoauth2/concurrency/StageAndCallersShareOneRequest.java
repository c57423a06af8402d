package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** One caller does not wait, one does, and one takes his stage back. */
@JCStressTest
@Outcome(
    id = "token-1, token-1, 1 request",
    expect = ACCEPTABLE,
    desc = "One flight, whose outcome is everybody's.")
@Outcome(expect = FORBIDDEN)
@State
public class StageAndCallersShareOneRequest {
  private final Bench bench = new Bench();

  public StageAndCallersShareOneRequest() {
    bench.flights.areTheirOwn();
  }

  @Actor
  public void stage(LLL_Result r) {
    r.r1 = Reply.to(() -> bench.tokens.tokenAsync().toCompletableFuture().join());
  }

  @Actor
  public void caller(LLL_Result r) {
    r.r2 = bench.token();
  }

  @Actor
  public void leaver() {
    bench.tokens.tokenAsync().toCompletableFuture().cancel(true);
  }

  @Arbiter
  public void afterwards(LLL_Result r) {
    bench.flights.settle();
    r.r3 = bench.source.account();
  }
}
