package io.mpoauth2.client.jaxrs.runtime;

import io.mpoauth2.client.token.ClientLog;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.ArrayList;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * RESTEasy 6 and later (WildFly, Open Liberty, Quarkus classic): through a second client over the
 * HTTP engine of the user's.
 */
final class ResteasyRuntime implements ClientRuntime {
  /** Of a second request: the one that it repeats. */
  private static final String FIRST = "io.mpoauth2.client.first";

  private final ClientLog log;
  private final Executor threads;
  private final Replay withoutBody = new AfterBody(null);

  /** A client over the HTTP engine of the user's; made at the first 401 and kept. */
  private volatile @Nullable Client second;

  ResteasyRuntime(ClientLog log, Executor threads) {
    this.log = log;
    this.threads = threads;
  }

  /**
   * Not behind a stream of another filter: what it does to the body would be missing from the
   * second request. For an engine that is not used a body is kept all the same: to ask for the
   * engine costs reflection at each request.
   */
  @Override
  public Replay replay(ClientRequestContext request, int limit) {
    if (!request.hasEntity() || !ResteasyEngine.isItsOwn(request.getEntityStream())) {
      return withoutBody;
    }
    BodyCopy copy = new BodyCopy(request.getEntityStream(), limit);
    request.setEntityStream(copy);
    return new AfterBody(copy);
  }

  /** Gives the client that second requests go through; null if this RESTEasy is a strange one. */
  private @Nullable Client second(Client users) {
    Client known = second;
    if (known == null || !ResteasyEngine.isShared(known, users)) {
      known = ResteasyEngine.clientOver(users, new AsItWas(), log);
      second = known;
    }
    return known;
  }

  /** A request whose body, if it has one, was copied. */
  private final class AfterBody implements Replay {
    private final @Nullable BodyCopy copy;

    AfterBody(@Nullable BodyCopy copy) {
      this.copy = copy;
    }

    @Override
    public @Nullable String obstacle(ClientRequestContext request) {
      Client users = ResteasyEngine.client(request);
      if (users == null) {
        return Declining.UNKNOWN_CLIENT.obstacle(request);
      }
      if (!ResteasyEngine.sendsAgainFor(users)) {
        return "the engine of this RESTEasy client is not one of those known to hold their caller"
            + " until the answer is there";
      }
      if (second(users) == null) {
        return "this RESTEasy is not like the known ones";
      }
      return request.hasEntity() ? obstacleOfBody(request) : null;
    }

    private @Nullable String obstacleOfBody(ClientRequestContext request) {
      if (copy == null) {
        return "its body, or the stream that it went through, is another filter's";
      }
      if (copy.state() == BodyCopy.State.BROKEN) {
        return "its body was not written to its end";
      }
      if (copy.bytes() == null) {
        return "its body is larger than " + log.property("replay-buffer") + " and was not kept";
      }
      if (request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null) {
        return "the type of its body is nowhere to be seen after it was sent";
      }
      return null;
    }

    @Override
    public boolean putAway(ClientRequestContext request, ClientResponseContext first) {
      return FirstAnswer.readAway(first, threads);
    }

    @Override
    public @Nullable String send(ClientRequestContext request, ClientResponseContext response) {
      Client users = ResteasyEngine.client(request);
      Client client = users == null ? null : second(users);
      if (client == null) {
        return Declining.UNKNOWN_CLIENT.obstacle(request);
      }
      SecondAnswer.moveInto(response, invocation(client, request).invoke());
      return null;
    }

    private Invocation invocation(Client client, ClientRequestContext request) {
      Invocation.Builder builder =
          client.target(request.getUri()).request().property(FIRST, request);
      byte[] body = copy == null ? null : copy.bytes();
      return body == null
          ? builder.build(request.getMethod())
          : builder.build(request.getMethod(), Entity.entity(body, mediaType(request)));
    }

    private MediaType mediaType(ClientRequestContext request) {
      return request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE) instanceof MediaType typed
          ? typed
          : MediaType.valueOf(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
    }

    @Override
    public void forget() {
      if (copy != null) {
        copy.forget();
      }
    }
  }

  /** Makes a request exactly the first one, whatever filters of the class path did to it. */
  private static final class AsItWas implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext second) {
      if (second.getProperty(FIRST) instanceof ClientRequestContext first) {
        URI uri = first.getUri();
        second.setUri(uri);
        MultivaluedMap<String, Object> headers = second.getHeaders();
        headers.clear();
        first
            .getHeaders()
            .forEach(
                (name, values) -> {
                  if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                    headers.put(name, new ArrayList<>(values));
                  }
                });
      }
    }
  }
}
