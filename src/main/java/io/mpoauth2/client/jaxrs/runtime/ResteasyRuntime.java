package io.mpoauth2.client.jaxrs.runtime;

import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.FailureWords;
import io.mpoauth2.client.token.operation.LogMessage;
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
  private final ClientLog log;
  private final Executor threads;
  private final FoundMembers<ResteasyMembers> found;

  ResteasyRuntime(ClientLog log, Executor threads) {
    this.log = log;
    this.threads = threads;
    this.found = new FoundMembers<>(log, ResteasyMembers::new, members -> new Again(members, null));
  }

  /**
   * Keeps a body for an engine that is not used, too: to ask for the engine costs more than that.
   */
  @Override
  public Replay replay(ClientRequestContext request, int limit) {
    FoundMembers.Found<ResteasyMembers> here = found.of(request);
    ResteasyMembers members = here.members();
    if (members == null || !request.hasEntity()) {
      return here.withoutBody();
    }
    try {
      return new Again(members, members.bodyOf(request, limit));
    } catch (ReflectiveOperationException e) {
      return here.withoutBody();
    }
  }

  /** A request whose body, if it has one, was copied. */
  private final class Again implements Replay {
    private final ResteasyMembers members;
    private final @Nullable ResteasyBody body;

    Again(ResteasyMembers members, @Nullable ResteasyBody body) {
      this.members = members;
      this.body = body;
    }

    @Override
    public @Nullable String obstacle(ClientRequestContext request, ClientResponseContext first) {
      try {
        if (!members.holdsItsCaller(request)) {
          return "the engine of this RESTEasy client is not one of those known to hold their caller"
              + " until the answer is there";
        }
        if (ResteasyEvents.areAwaited()) {
          return "it is for an SseEventSource, which closes the stream of no second answer";
        }
        if (Repetition.matters(request) && members.mayHaveSentOn(request)) {
          return "the engine of this RESTEasy client follows redirects, and may have sent it on";
        }
        return request.hasEntity() ? obstacleOfBody(request) : null;
      } catch (ReflectiveOperationException e) {
        return Declining.UNKNOWN_VERSION.obstacle(request, first);
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
      Invocation second;
      try {
        second = members.again(request, body == null ? null : body.copy().bytes());
      } catch (ReflectiveOperationException e) {
        return Declining.UNKNOWN_VERSION.obstacle(request, response);
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
        log.tell(
            LogMessage.REASON_NOT_SHOWN,
            () -> "the reason phrase of a second answer could not be shown: " + FailureWords.of(e));
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
