package io.mpoauth2.client.jaxrs.runtime;

import io.mpoauth2.client.token.operation.ClientLog;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request of Quarkus REST again by going back in its own chain to where it was sent, so
 * that it has the user's connections, TLS set-up and timeouts, and no request filter sees it twice.
 */
final class QuarkusReplay implements Replay {
  private static final String NOT_KNOWN = "this Quarkus is not like the known ones";

  private final ClientLog log;
  private final QuarkusChain chain;
  private final Object context;

  /** Where our filter is. */
  private final QuarkusChain.Place place;

  /** Takes down where the chain is now. */
  QuarkusReplay(ClientLog log, QuarkusChain chain, ClientRequestContext request) {
    this.log = log;
    this.chain = chain;
    this.context = chain.context(request);
    this.place = chain.place(context);
  }

  /**
   * Reads a stream up to the size that is kept; others are sent as they are. Not as it is sent: a
   * 401 may come before that is done.
   */
  void keepBody(int limit) throws IOException {
    Entity<?> entity = chain.entity(context);
    if (entity != null && entity.getEntity() instanceof InputStream body) {
      byte[] start = body.readNBytes(limit + 1);
      Object kept = start;
      if (start.length > limit) {
        PushbackInputStream whole = new PushbackInputStream(body, start.length);
        whole.unread(start);
        kept = whole;
      }
      chain.setEntity(context, Entity.entity(kept, entity.getVariant(), entity.getAnnotations()));
    }
  }

  @Override
  public @Nullable String obstacle(ClientRequestContext request, ClientResponseContext first) {
    try {
      if (chain.isAnsweredByFilter(context)) {
        return "another filter gave it";
      }
      Object body = request.getEntity();
      return body == null ? null : obstacleOf(body, request);
    } catch (RuntimeException e) {
      return NOT_KNOWN;
    }
  }

  private @Nullable String obstacleOf(Object body, ClientRequestContext request) {
    if (isSpent(body)) {
      return "its body is a stream, too large for "
          + log.property("replay-buffer")
          + " or sent by an event loop";
    }
    // An encryption for example need not write the same bytes twice.
    return request.getConfiguration().getInstances().stream()
            .anyMatch(WriterInterceptor.class::isInstance)
        ? "its body went through a writer interceptor"
        : null;
  }

  /** Nothing is read: the answer is let go when the request is sent again. */
  @Override
  public boolean putAway(ClientRequestContext request, ClientResponseContext first) {
    return true;
  }

  @Override
  public @Nullable String send(ClientRequestContext request, ClientResponseContext first) {
    try {
      QuarkusChain.Place here = chain.place(context);
      boolean done = false;
      try {
        chain.goTo(context, chain.behindFilters(place), false);
        done = true;
      } finally {
        if (!done) {
          chain.goTo(context, here, here.handlers() == here.failureHandlers());
        }
      }
    } catch (RuntimeException e) {
      return NOT_KNOWN;
    }
    letGo(first);
    return null;
  }

  /** Nothing of the first answer may be left for the second one, or for its failure. */
  private static void letGo(ClientResponseContext first) {
    try {
      InputStream body = first.getEntityStream();
      if (body != null) {
        // Does not wait: what still comes is thrown away as it comes.
        body.close();
      }
    } catch (IOException | RuntimeException e) {
      // Nobody wants it any more.
    }
    first.setStatus(0);
    first.setEntityStream(null);
  }

  /** Says whether it was written and cannot be written again; objects can. */
  private boolean isSpent(Object body) {
    if (chain.isForm(body)) {
      for (Object part : (Iterable<?>) body) {
        if (chain.isPublished(part) || isStream(chain.typeOfPart(part))) {
          return true;
        }
      }
    }
    return isStream(body.getClass());
  }

  private static boolean isStream(@Nullable Class<?> type) {
    return type != null
        && (InputStream.class.isAssignableFrom(type)
            || Reader.class.isAssignableFrom(type)
            || Flow.Publisher.class.isAssignableFrom(type));
  }
}
