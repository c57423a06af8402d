package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.mpoauth2.client.token.AccessToken;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;

/** A token is handed to another thread through a plain field. */
@JCStressTest
@Outcome(id = "null, null, null, null, null", expect = ACCEPTABLE, desc = "The thread was early.")
@Outcome(
    id = "token-1, 1970-01-01T00:00:01Z, \\[read-1\\], \\[read-1, write-1\\], Bearer token-1",
    expect = ACCEPTABLE,
    desc = "All of it is there.")
@Outcome(expect = FORBIDDEN)
@State
public class TokenIsWholeThroughADataRace {
  private final Bench bench = new Bench();
  private AccessToken plain;

  public TokenIsWholeThroughADataRace() {
    bench.flights.areTheirOwn();
  }

  @Actor
  public void giver() {
    plain = bench.tokens.token();
  }

  @Actor
  public void taker(LLLLL_Result r) {
    AccessToken token = plain;
    if (token != null) {
      r.r1 = token.value();
      r.r2 = token.expiresAt();
      r.r3 = token.scope();
      r.r4 = token.requestedScope();
      r.r5 = (token.type() + " " + token.value());
    }
  }
}
