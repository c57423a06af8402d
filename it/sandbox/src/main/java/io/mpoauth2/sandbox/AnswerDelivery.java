package io.mpoauth2.sandbox;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Brings one answer to the client in the way it asks for. No thread waits for a slow one. */
record AnswerDelivery(Request request, Response response, Callback callback) {
  private static final Duration BETWEEN_DRIPS = Duration.ofMillis(200);

  void deliver(Answer answer) {
    if (answer.delay().isZero()) {
      deliverNow(answer);
    } else {
      endure();
      later(answer.delay(), () -> deliverNow(answer));
    }
  }

  private void deliverNow(Answer answer) {
    switch (answer.delivery()) {
      case WHOLE -> {
        writeHeaders(answer);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
      }
      case DRIP -> {
        endure();
        writeHeaders(answer);
        drip(ByteBuffer.wrap(answer.body()));
      }
      case HANG -> endure();
      case RESET -> reset();
    }
  }

  private void writeHeaders(Answer answer) {
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::add);
  }

  private void drip(ByteBuffer rest) {
    ByteBuffer next = rest.slice(rest.position(), Math.min(1, rest.remaining()));
    rest.position(rest.position() + next.remaining());
    if (!rest.hasRemaining()) {
      response.write(true, next, callback);
      return;
    }
    Runnable dripOn = () -> later(BETWEEN_DRIPS, () -> drip(rest));
    response.write(false, next, Callback.from(dripOn, callback::failed));
  }

  private void reset() {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    // Of the kind that Jetty does not log.
    EofException reason = new EofException("reset on demand");
    try {
      // Without lingering the kernel sends RST where it would send FIN.
      ((NetworkChannel) endPoint.getTransport()).setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException alreadyClosed) {
      reason.addSuppressed(alreadyClosed);
    }
    endPoint.close(reason);
    callback.failed(reason);
  }

  /** Keeps Jetty from ending the exchange with a 500 after its idle timeout. */
  private void endure() {
    request.addIdleTimeoutListener(timeout -> false);
  }

  private void later(Duration delay, Runnable task) {
    request.getComponents().getScheduler().schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }
}
