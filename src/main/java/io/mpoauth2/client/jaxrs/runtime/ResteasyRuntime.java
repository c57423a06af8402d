package io.mpoauth2.client.jaxrs.runtime;

import io.mpoauth2.client.token.operation.ClientLog;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * RESTEasy 6 and later (WildFly, Open Liberty, Quarkus classic): through a second invocation over
 * the HTTP engine of the user's client, which holds the connections, the TLS set-up, the proxy and
 * the timeouts. None of the user's filters and providers is in its configuration; nor is it a
 * second client, which would have to be kept and closed with the user's.
 */
final class ResteasyRuntime implements ClientRuntime {
  private static final String STRANGE = "this RESTEasy is not like the known ones";

  private final ClientLog log;
  private final Executor threads;

  /** Of the class of the last request; nearly always all requests of a client are of one. */
  private volatile @Nullable Known known;

  ResteasyRuntime(ClientLog log, Executor threads) {
    this.log = log;
    this.threads = threads;
  }

  /**
   * Keeps a body for an engine that is not used, too: to ask for the engine costs more than that.
   */
  @Override
  public Replay replay(ClientRequestContext request, int limit) {
    Known now = known(request.getClass());
    if (now.members == null || !request.hasEntity()) {
      return now.withoutBody;
    }
    try {
      return new Again(now.members, now.members.bodyOf(request, limit));
    } catch (ReflectiveOperationException e) {
      return now.withoutBody;
    }
  }

  private Known known(Class<?> type) {
    Known before = known;
    if (before == null || before.type != type) {
      before = look(type);
      known = before;
    }
    return before;
  }

  private Known look(Class<?> type) {
    try {
      ResteasyMembers members = new ResteasyMembers(type);
      return new Known(type, members, new Again(members, null));
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      log.debug(STRANGE + ": " + ClientLog.reason(e));
      return new Known(type, null, new Again(null, null));
    }
  }

  private record Known(Class<?> type, @Nullable ResteasyMembers members, Replay withoutBody) {}

  /** A request whose body, if it has one, was copied. */
  private final class Again implements Replay {
    private final @Nullable ResteasyMembers members;
    private final @Nullable ResteasyBody body;

    Again(@Nullable ResteasyMembers members, @Nullable ResteasyBody body) {
      this.members = members;
      this.body = body;
    }

    @Override
    public @Nullable String obstacle(ClientRequestContext request) {
      if (members == null) {
        return STRANGE;
      }
      try {
        if (!members.holdsItsCaller(request)) {
          return "the engine of this RESTEasy client is not one of those known to hold their caller"
              + " until the answer is there";
        }
        if (Repetition.matters(request) && members.mayHaveSentOn(request)) {
          return "the engine of this RESTEasy client follows redirects, and may have sent it on";
        }
        return request.hasEntity() ? obstacleOfBody(request) : null;
      } catch (ReflectiveOperationException e) {
        return STRANGE;
      }
    }

    private @Nullable String obstacleOfBody(ClientRequestContext request)
        throws ReflectiveOperationException {
      if (body == null) {
        return "it got its body only behind the filter";
      }
      if (body.state() != BodyCopy.State.COMPLETE) {
        return "its body was not written to its end";
      }
      if (body.copy().bytes() == null) {
        return "its body is larger than " + log.property("replay-buffer") + " and was not kept";
      }
      if (request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null) {
        return "the type of its body is nowhere to be seen after it was sent";
      }
      return null;
    }

    @Override
    public boolean putAway(ClientRequestContext request, ClientResponseContext first) {
      return FirstAnswer.readAway(first, threads, () -> ResteasyMembers.breakOff(first));
    }

    @Override
    public @Nullable String send(ClientRequestContext request, ClientResponseContext response) {
      if (members == null) {
        return STRANGE;
      }
      Invocation second;
      try {
        second = members.again(request, body == null ? null : body.copy().bytes());
      } catch (ReflectiveOperationException e) {
        return STRANGE;
      }
      Response answer = second.invoke();
      SecondAnswer.moveInto(response, answer);
      showReason(response, answer.getStatusInfo().getReasonPhrase());
      return null;
    }

    private void showReason(ClientResponseContext response, @Nullable String reason) {
      try {
        ResteasyMembers.setReason(response, reason);
      } catch (ReflectiveOperationException e) {
        log.debug("the reason phrase of a second answer could not be shown: " + e);
      }
    }

    @Override
    public void forget() {
      if (body != null) {
        body.copy().forget();
      }
    }
  }
}
