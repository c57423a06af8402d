package io.mpoauth2.client.jaxrs.runtime;

import io.mpoauth2.client.token.ClientLog;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.OutputStream;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Jersey 3.1 and later (Payara, Helidon): a copy of the request, given to the connector that
 * carried the first one. So there is no second client: the connections, TLS, proxy and time-outs
 * are the user's, the properties of client, target and invocation are those of the request, and
 * what Jersey does before and behind its connector, filters above all, does not happen again.
 */
final class JerseyRuntime implements ClientRuntime {
  /** Jersey's own stream, in which everything that is written arrives. */
  private static final String LOWEST_STREAM =
      "org.glassfish.jersey.message.internal.CommittingOutputStream";

  private final ClientLog log;
  private final Executor threads;
  private final Replay withoutBody = new AfterBody(null);

  /** Found at the first refusal; nearly always all requests of a client are of one class. */
  private volatile @Nullable JerseyRequest known;

  JerseyRuntime(ClientLog log, Executor threads) {
    this.log = log;
    this.threads = threads;
  }

  /**
   * Not behind a stream of another filter: what it does to the body would be done to the copy once
   * more, or be missing from it.
   */
  @Override
  public Replay replay(ClientRequestContext request, int limit) {
    if (!request.hasEntity()) {
      return withoutBody;
    }
    OutputStream stream = request.getEntityStream();
    if (stream == null || !stream.getClass().getName().equals(LOWEST_STREAM)) {
      return withoutBody;
    }
    BodyCopy copy = new BodyCopy(stream, limit);
    request.setEntityStream(copy);
    return new AfterBody(copy);
  }

  @Override
  public boolean mayWait(ClientRequestContext request) {
    JerseyRequest jersey = jersey(request);
    return jersey != null && jersey.isAnsweredOnItsOwnThread(request);
  }

  private @Nullable JerseyRequest jersey(ClientRequestContext request) {
    JerseyRequest jersey = known;
    if (jersey == null || !jersey.isOf(request)) {
      jersey = JerseyRequest.of(request, log);
      known = jersey;
    }
    return jersey;
  }

  /** A request whose body, if it has one, was copied. */
  private final class AfterBody implements Replay {
    private final @Nullable BodyCopy copy;

    AfterBody(@Nullable BodyCopy copy) {
      this.copy = copy;
    }

    @Override
    public @Nullable String obstacle(ClientRequestContext request) {
      JerseyRequest jersey = jersey(request);
      if (jersey == null) {
        return "this Jersey is not like the known ones";
      }
      if (jersey.isAborted(request)) {
        return "it was another filter that answered, and nothing was sent";
      }
      if (!jersey.isAnsweredOnItsOwnThread(request)) {
        return "the thread that has its answer is the transport's, and a second request would wait"
            + " on it";
      }
      return request.hasEntity() ? obstacleOfBody() : null;
    }

    private @Nullable String obstacleOfBody() {
      if (copy == null) {
        return "its body, or the stream that it went through, is another filter's";
      }
      if (copy.state() != BodyCopy.State.COMPLETE) {
        return "its body was not written to its end";
      }
      if (copy.bytes() == null) {
        return "its body is larger than " + log.property("replay-buffer") + " and was not kept";
      }
      return null;
    }

    @Override
    public boolean putAway(ClientRequestContext request, ClientResponseContext first) {
      return FirstAnswer.readAway(first, threads);
    }

    @Override
    public @Nullable String send(ClientRequestContext request, ClientResponseContext response) {
      JerseyRequest jersey = jersey(request);
      if (jersey == null) {
        return Declining.UNKNOWN_CLIENT.obstacle(request);
      }
      byte[] body = copy == null || !request.hasEntity() ? null : copy.bytes();
      SecondAnswer.moveInto(response, jersey.sendCopy(request, body));
      return null;
    }

    @Override
    public void forget() {
      if (copy != null) {
        copy.forget();
      }
    }
  }
}
