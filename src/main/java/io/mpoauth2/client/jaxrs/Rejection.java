package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenListener;
import io.mpoauth2.client.token.TokenRejectionEvent.Outcome;
import io.mpoauth2.client.token.watch.Onlookers;
import io.mpoauth2.client.token.watch.PublicUri;
import io.mpoauth2.client.token.watch.RejectionTold;
import io.mpoauth2.client.token.watch.RejectionTold.Rejected;
import io.mpoauth2.client.token.watch.RejectionTold.Second;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The refusal of a token as those see it who watch: told once, when it is clear what became of the
 * request.
 */
final class Rejection {
  private final Onlookers onlookers;
  private final String method;
  private final URI uri;
  private final int status;
  private final Instant at = Instant.now();
  private final AccessToken token;
  private volatile Instant sentAt = Instant.EPOCH;
  private volatile long sentAtNanos;
  private volatile boolean isTracedByRuntime;

  Rejection(AnswerToToken answer) {
    this.onlookers = answer.sent().binding().watch.onlookers();
    this.method = answer.request().getMethod();
    this.uri = answer.request().getUri();
    this.status = answer.response().getStatus();
    this.token = answer.sent().token();
  }

  /** Whoever called has the refusal. */
  void left(Outcome outcome, String reason) {
    tell(outcome, reason, null);
  }

  /**
   * The request is sent once more.
   *
   * @param isTracedByRuntime whether others see it as a request of its own
   */
  void sendsAgain(boolean isTracedByRuntime) {
    this.isTracedByRuntime = isTracedByRuntime;
    sentAt = Instant.now();
    sentAtNanos = System.nanoTime();
  }

  void recovered(int status) {
    tell(Outcome.RECOVERED, "", second(status, null));
  }

  void rejectedAgain(int status, String reason) {
    tell(Outcome.REJECTED_AGAIN, reason, second(status, null));
  }

  void failed(Throwable failure) {
    String name = failure.getClass().getName();
    tell(Outcome.FAILED, "the second request failed: " + name, second(0, name));
  }

  private Second second(int status, @Nullable String failure) {
    return new Second(
        status,
        failure,
        sentAt,
        Duration.ofNanos(System.nanoTime() - sentAtNanos),
        isTracedByRuntime);
  }

  private void tell(Outcome outcome, String reason, @Nullable Second second) {
    onlookers.tell(
        told ->
            new RejectionTold(
                told,
                outcome,
                reason,
                new Rejected(method, PublicUri.of(uri), status, at, token),
                second),
        TokenListener::tokenRejected);
  }
}
