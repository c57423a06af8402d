package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.token.TokenProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A load on one provider that lasts until the test has seen enough. */
final class FiftyCallers implements AutoCloseable {
  private static final int CALLERS = 50;

  private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
  private final CountDownLatch calling = new CountDownLatch(CALLERS);
  private final List<Future<Integer>> callers = new ArrayList<>();

  FiftyCallers(TokenProvider tokens, CountDownLatch enough) {
    for (int i = 0; i < CALLERS; i++) {
      callers.add(threads.submit(() -> callUntil(enough, tokens)));
    }
  }

  /** Returns when each of them has had a token. */
  void awaitFirstCalls() throws InterruptedException {
    assertThat(calling.await(60, TimeUnit.SECONDS)).isTrue();
  }

  /** Waits for the end; the reason is what a call failed with. */
  void assertNoCallFails() throws Exception {
    for (Future<Integer> caller : callers) {
      assertThat(caller.get(60, TimeUnit.SECONDS)).isPositive();
    }
  }

  private int callUntil(CountDownLatch enough, TokenProvider tokens) throws InterruptedException {
    int calls = 0;
    do {
      assertThat(tokens.token().value()).isEqualTo("t0k3n");
      calls++;
      calling.countDown();
    } while (!enough.await(1, TimeUnit.MILLISECONDS));
    return calls;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
