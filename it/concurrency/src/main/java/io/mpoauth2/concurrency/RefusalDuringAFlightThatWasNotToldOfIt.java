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

/** A renewal is under way that was not told of the refusal, and brings the refused token again. */
@JCStressTest
@Outcome(
    id = "token-2, token-2, 3 requests",
    expect = ACCEPTABLE,
    desc = "One more flight, which was told.")
@Outcome(expect = FORBIDDEN)
@State
public class RefusalDuringAFlightThatWasNotToldOfIt {
  private final Bench bench = new Bench();
  private final AccessToken refused = bench.tokens.token();

  public RefusalDuringAFlightThatWasNotToldOfIt() {
    bench.source.sharesTokens();
    bench.tokenBecomesStale();
    bench.flights.areKept();
    bench.token();
    bench.flights.areTheirOwn();
  }

  @Actor
  public void first(LLL_Result r) {
    r.r1 = bench.replace(refused);
  }

  @Actor
  public void second(LLL_Result r) {
    r.r2 = bench.replace(refused);
  }

  @Actor
  public void renewal() {
    bench.flies();
  }

  @Arbiter
  public void afterwards(LLL_Result r) {
    bench.flights.settle();
    r.r3 = bench.source.account();
  }
}
