package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.mpoauth2.client.token.TokenRefusedException;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A refusal is told to two callers, one of whom did not ask the server. */
@JCStressTest
@Outcome(
    id =
        "401 invalid_client who\\? https://why PT30S 1, 401 invalid_client who\\? https://why PT30S 1",
    expect = ACCEPTABLE,
    desc = "Both know all that the server said.")
@Outcome(expect = FORBIDDEN)
@State
public class OutageIsWhole {
  private final Bench bench = new Bench();

  public OutageIsWhole() {
    bench.source.meets(Trouble.REFUSAL);
    bench.flights.areTheirOwn();
  }

  @Actor
  public void first(LL_Result r) {
    r.r1 = refusal();
  }

  @Actor
  public void second(LL_Result r) {
    r.r2 = refusal();
  }

  private String refusal() {
    try {
      return bench.tokens.token().value();
    } catch (TokenRefusedException e) {
      return e.status()
          + " "
          + e.error()
          + " "
          + e.errorDescription()
          + " "
          + e.errorUri()
          + " "
          + e.retryAfter().map(Duration::toString).orElse("")
          + " "
          + e.failures();
    }
  }
}
