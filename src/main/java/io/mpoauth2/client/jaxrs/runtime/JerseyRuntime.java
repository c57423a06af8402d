package io.mpoauth2.client.jaxrs.runtime;

import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.FailureWords;
import io.mpoauth2.client.token.operation.LogMessage;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Jersey 3.1, and the 4.0 of Payara Micro 7 (Payara, Helidon): a copy of the request, given to the
 * connector that carried the first one. So there is no second client: the connections, TLS, proxy
 * and time-outs are the user's, the properties of client, target and invocation are those of the
 * request, and what Jersey does before and behind its connector, filters above all, does not happen
 * again.
 */
final class JerseyRuntime implements ClientRuntime {
  private static final String FOLLOWS = "jersey.config.client.followRedirects";

  private final ClientLog log;
  private final Executor threads;
  private final FoundMembers<JerseyMembers> found;

  JerseyRuntime(ClientLog log, Executor threads) {
    this.log = log;
    this.threads = threads;
    this.found = new FoundMembers<>(log, JerseyMembers::new, members -> new Again(members, null));
  }

  @Override
  public Replay replay(ClientRequestContext request, int limit) {
    FoundMembers.Found<JerseyMembers> here = found.of(request);
    JerseyMembers members = here.members();
    return members == null || !request.hasEntity()
        ? here.withoutBody()
        : new Again(members, JerseyBody.of(members, request, limit));
  }

  @Override
  public boolean mayWait(ClientRequestContext request) {
    JerseyMembers members = found.of(request).members();
    return members != null && connector(members, request).mayWait(members.isAsynchronous(request));
  }

  private static JerseyConnector connector(JerseyMembers members, ClientRequestContext request) {
    return JerseyConnector.of(members.connector(request));
  }

  /** A request whose body, if it has one, was noted. */
  private final class Again implements Replay {
    private final JerseyMembers members;
    private final @Nullable JerseyBody body;

    Again(JerseyMembers members, @Nullable JerseyBody body) {
      this.members = members;
      this.body = body;
    }

    @Override
    public @Nullable String obstacle(ClientRequestContext request, ClientResponseContext first) {
      if (members.isAborted(request)) {
        return "it was another filter that answered, and nothing was sent";
      }
      boolean withBody = request.hasEntity();
      JerseyConnector connector = connector(members, request);
      String obstacle = connector.obstacle(members.isAsynchronous(request), withBody);
      if (obstacle == null && Repetition.matters(request) && mayFollow(request)) {
        obstacle = obstacleOfRedirect(connector, request, first);
      }
      return obstacle == null && withBody ? obstacleOfBody() : obstacle;
    }

    private @Nullable String obstacleOfRedirect(
        JerseyConnector connector, ClientRequestContext request, ClientResponseContext first) {
      if (connector.hidesRedirects()) {
        return "its connector may have sent it on, after a redirect, and does not tell: "
            + FOLLOWS
            + "=false on the client lets it be sent again";
      }
      return members.isSentOn(request, first) ? "it was sent on, after a redirect" : null;
    }

    /** One looks at the client's property alone, another one at the request's. */
    private static boolean mayFollow(ClientRequestContext request) {
      return !isFalse(request.getClient().getConfiguration().getProperty(FOLLOWS))
          || !isFalse(request.getConfiguration().getProperty(FOLLOWS))
          || (request.hasProperty(FOLLOWS) && !isFalse(request.getProperty(FOLLOWS)));
    }

    private static boolean isFalse(@Nullable Object property) {
      return property != null && property.toString().equalsIgnoreCase("false");
    }

    private @Nullable String obstacleOfBody() {
      if (body == null) {
        return "it got its body only behind the filter";
      }
      if (body.state() != BodyCopy.State.COMPLETE) {
        return "its body was not written to its end";
      }
      if (body.isApaches()) {
        return "its body is one that Apache's connector knows how to send";
      }
      return body.bytes() == null
          ? "its body is larger than " + log.property("replay-buffer") + " and was not kept"
          : null;
    }

    /** Where it breaks off, its stream is closed; nobody waits for that, as it may take time. */
    @Override
    public boolean putAway(ClientRequestContext request, ClientResponseContext first) {
      InputStream stream = first.getEntityStream();
      return FirstAnswer.readAway(first, threads, () -> threads.execute(() -> close(stream)));
    }

    private void close(@Nullable InputStream stream) {
      try {
        if (stream != null) {
          stream.close();
        }
      } catch (IOException | RuntimeException e) {
        log.tell(
            LogMessage.ANSWER_NOT_CLOSED,
            () -> "a refused answer that broke off could not be closed: " + FailureWords.of(e));
      }
    }

    @Override
    public @Nullable String send(ClientRequestContext request, ClientResponseContext response) {
      ClientRequestContext second = members.copyOf(request);
      byte[] bytes = body == null ? null : body.bytes();
      if (body != null && bytes != null) {
        body.addTo(second, bytes);
      }
      SecondAnswer.moveInto(response, members.send(second));
      return null;
    }

    @Override
    public void forget() {
      if (body != null) {
        body.forget();
      }
    }
  }
}
