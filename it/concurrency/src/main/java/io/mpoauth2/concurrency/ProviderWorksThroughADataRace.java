package io.mpoauth2.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.mpoauth2.client.cache.CachedTokenProvider;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A new cache is handed to another thread through a plain field. */
@JCStressTest
@Outcome(id = "null", expect = ACCEPTABLE, desc = "The thread was early.")
@Outcome(id = "token-1", expect = ACCEPTABLE, desc = "The cache works.")
@Outcome(expect = FORBIDDEN)
@State
public class ProviderWorksThroughADataRace {
  private CachedTokenProvider plain;

  @Actor
  public void giver() {
    plain = new Bench().tokens;
  }

  @Actor
  public void taker(L_Result r) {
    CachedTokenProvider tokens = plain;
    if (tokens != null) {
      r.r1 = Reply.to(tokens::token);
    }
  }
}
