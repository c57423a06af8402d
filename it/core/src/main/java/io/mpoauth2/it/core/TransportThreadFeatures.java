package io.mpoauth2.it.core;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What holds where response filters run on the transport's own thread. Who waits there for another
 * request may wait for himself.
 */
public abstract class TransportThreadFeatures extends DeclinedRetries {
  /** A second is promised; this machine may be busy. */
  private static final long LONGEST_SECONDS = 2;

  @Test
  void call_by_rx_gets_the_401_in_time() {
    WebTarget target = client().target(api.uri());

    assertDeclined(() -> rx(target));
  }

  @Test
  void asynchronous_call_gets_the_401_in_time() {
    WebTarget target = client().target(api.uri());

    assertDeclined(() -> async(target));
  }

  /** The thread that runs the response filters of such a call may be the caller's. */
  @Test
  void call_that_waits_is_sent_again_or_gets_the_401() {
    WebTarget target = client().target(api.uri());
    Supplier<Response> call = () -> target.request().get();

    if (callsThatWaitAreSentAgain()) {
      assertSentAgain(call);
    } else {
      assertDeclined(call);
    }
  }

  @Test
  void call_by_rx_gets_the_401_while_the_token_endpoint_is_slow() {
    WebTarget target = client().target(api.uri());

    assertNotHeldUp(() -> rx(target));
  }

  @Test
  void asynchronous_call_gets_the_401_while_the_token_endpoint_is_slow() {
    WebTarget target = client().target(api.uri());

    assertNotHeldUp(() -> async(target));
  }

  /** Says whether the caller's own thread runs the response filters where it waits. */
  protected boolean callsThatWaitAreSentAgain() {
    return false;
  }

  /** The token endpoint answers only when the 401 is there. */
  private void assertNotHeldUp(Supplier<Response> call) {
    assertThat(answer(call)).isEqualTo(ACCEPTED);
    api.tokens().revoke();
    api.tokens().hold();
    try (LogLines log = LogLines.open()) {
      assertRefused(log, call);
    }

    api.tokens().release();

    assertThat(answer(call)).as("the next call").isEqualTo(ACCEPTED);
    assertThat(api.arrived()).hasSize(3);
  }

  private static Response rx(WebTarget target) {
    return inTime(target.request().rx().get().toCompletableFuture());
  }

  private static Response async(WebTarget target) {
    return inTime(target.request().async().get());
  }

  private static Response inTime(Future<Response> answer) {
    try {
      return answer.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("no answer within " + LONGEST_SECONDS + " s", e);
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("no answer, but an exception", e);
    }
  }
}
