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

/** Refusals of two former tokens are told late, while the current one is replaced. */
@JCStressTest
@Outcome(
    id = "token-[34], token-[34], token-4, 4 requests",
    expect = ACCEPTABLE,
    desc = "Only the refusal of the current one was a reason to ask.")
@Outcome(expect = FORBIDDEN)
@State
public class LateRefusalsDuringAReplacementRequestOnce {
  private final Bench bench = new Bench();
  private final AccessToken first = bench.tokens.token();
  private final AccessToken second = bench.tokens.replace(first);
  private final AccessToken third;

  public LateRefusalsDuringAReplacementRequestOnce() {
    bench.passes(Duration.ofSeconds(1));
    third = bench.tokens.replace(second);
    bench.passes(Duration.ofSeconds(60));
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
  public void current(LLLL_Result r) {
    r.r3 = bench.replace(third);
  }

  @Arbiter
  public void afterwards(LLLL_Result r) {
    r.r4 = bench.source.account();
  }
}
