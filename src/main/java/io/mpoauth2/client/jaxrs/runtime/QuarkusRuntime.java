package io.mpoauth2.client.jaxrs.runtime;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.ClientLog;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Quarkus REST (3.x), which handles a request in a chain of handlers, mostly on an event loop.
 * Nobody may wait there, but a request can be put aside until there is a token; and it is sent
 * again by going back in its own chain to where our filter left it, so that it has the user's
 * connections, TLS set-up and timeouts. By reflection, because none of that is on other runtimes.
 */
final class QuarkusRuntime implements ClientRuntime {
  private final ClientLog log;

  QuarkusRuntime(ClientLog log) {
    this.log = log;
  }

  @Override
  public Replay replay(ClientRequestContext request, int limit) throws IOException {
    return new FromItsPlace(request, limit);
  }

  /**
   * Says whether this thread may wait. It may in a response filter of a method that returns a
   * {@code Response}: Quarkus puts the request aside itself there, and takes it up again whether we
   * have put it aside or not.
   */
  @Override
  public boolean mayWait(ClientRequestContext request) {
    try {
      Class<?> support =
          Class.forName(
              "org.jboss.resteasy.reactive.common.core.BlockingOperationSupport",
              true,
              request.getClass().getClassLoader());
      return Boolean.TRUE.equals(support.getMethod("isBlockingAllowed").invoke(null));
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  @Override
  public void withToken(ClientRequestContext request, TokenProvider tokens, WithToken next)
      throws IOException {
    CompletionStage<AccessToken> answer = tokens.tokenAsync();
    CompletableFuture<AccessToken> token = answer.toCompletableFuture();
    if (token.isDone() && !token.isCompletedExceptionally()) {
      next.go(token.join());
      return;
    }
    suspend(request);
    answer.whenComplete(
        (found, failure) -> {
          if (failure != null) {
            resume(request, reason(failure));
          } else {
            resumeAfter(request, () -> next.go(found));
          }
        });
  }

  @Override
  public void withOther(
      ClientRequestContext request, TokenProvider tokens, AccessToken refused, WithOther next)
      throws IOException {
    if (mayWait(request)) {
      ClientRuntime.super.withOther(request, tokens, refused, next);
      return;
    }
    suspend(request);
    ask(tokens, refused)
        .whenComplete(
            (other, failure) ->
                resumeAfter(
                    request, () -> next.go(other, failure == null ? null : reason(failure))));
  }

  private static CompletionStage<AccessToken> ask(TokenProvider tokens, AccessToken refused) {
    try {
      return tokens.replaceAsync(refused);
    } catch (Throwable e) {
      // Whatever a provider throws, or the request would stay where it is for ever.
      return CompletableFuture.failedStage(e);
    }
  }

  private static void resumeAfter(ClientRequestContext request, Step step) {
    Throwable failure = null;
    try {
      step.take();
    } catch (Throwable e) {
      // Whatever it is, or the request would stay where it is for ever.
      failure = e;
    }
    resume(request, failure);
  }

  private static void suspend(ClientRequestContext request) {
    tell(request, "suspend", null);
  }

  private static void resume(ClientRequestContext request, @Nullable Throwable failure) {
    tell(request, "resume", failure);
  }

  private static Throwable reason(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }

  private static void tell(
      ClientRequestContext request, String method, @Nullable Throwable failure) {
    try {
      if (failure == null) {
        call(request, method);
      } else {
        request.getClass().getMethod(method, Throwable.class).invoke(request, failure);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "this Quarkus is not like the known ones: " + e.getClass().getName());
    }
  }

  private static Object call(Object target, String method) throws ReflectiveOperationException {
    return target.getClass().getMethod(method).invoke(target);
  }

  @FunctionalInterface
  private interface Step {
    void take() throws IOException;
  }

  /** A request that goes back in its own chain of handlers. */
  private final class FromItsPlace implements Replay {
    /** What runs the chain; null on a Quarkus that is not like the known ones. */
    private @Nullable Object context;

    private @Nullable Object chain;
    private @Nullable Object position;

    /** Takes down where the chain is now. */
    FromItsPlace(ClientRequestContext request, int limit) throws IOException {
      try {
        Object its = call(request, "getRestClientRequestContext");
        chain = call(its, "getHandlers");
        position = call(its, "getPosition");
        keepBody(its, request, limit);
        context = its;
      } catch (ReflectiveOperationException e) {
        // Told when there is something to send again.
      }
    }

    /**
     * Reads a stream up to the size that is kept, where the thread may wait for it; others are sent
     * as they are. Not as it is sent: a 401 may come before that is done.
     */
    private void keepBody(Object its, ClientRequestContext request, int limit)
        throws ReflectiveOperationException, IOException {
      if (call(its, "getEntity") instanceof Entity<?> entity
          && entity.getEntity() instanceof InputStream body
          && mayWait(request)) {
        byte[] start = body.readNBytes(limit + 1);
        Object kept = start;
        if (start.length > limit) {
          PushbackInputStream whole = new PushbackInputStream(body, start.length);
          whole.unread(start);
          kept = whole;
        }
        // Not as Jakarta REST has it: that would lose the encoding.
        its.getClass()
            .getMethod("setEntity", Entity.class)
            .invoke(its, Entity.entity(kept, entity.getVariant(), entity.getAnnotations()));
      }
    }

    @Override
    public @Nullable String obstacle(ClientRequestContext request) {
      try {
        if (context == null) {
          return "this Quarkus is not like the known ones";
        }
        if (call(context, "isAborted").equals(true)) {
          return "another filter gave it";
        }
        return isSpent(request.getEntity())
            ? "its body is a stream, too large for "
                + log.property("replay-buffer")
                + " or sent by an event loop"
            : null;
      } catch (ReflectiveOperationException e) {
        return "this Quarkus is not like the known ones";
      }
    }

    /** Nothing is read: the answer is closed when the request is sent again. */
    @Override
    public boolean putAway(ClientRequestContext request, ClientResponseContext first) {
      return true;
    }

    @Override
    public @Nullable String send(ClientRequestContext request, ClientResponseContext first) {
      Object its = context;
      try {
        if (its == null) {
          return "this Quarkus is not like the known ones";
        }
        Class<?> type = its.getClass();
        Method setPosition = type.getMethod("setPosition", int.class);
        Method restart = type.getMethod("restart", type.getMethod("getHandlers").getReturnType());
        InputStream body = first.getEntityStream();
        if (body != null) {
          body.close();
        }
        type.getMethod("setAbortHandlerChainStarted", boolean.class).invoke(its, false);
        restart.invoke(its, chain);
        setPosition.invoke(its, position);
        // Nothing of the first answer may be left for the second one, or for its failure.
        first.setStatus(0);
        first.setEntityStream(null);
        return null;
      } catch (ReflectiveOperationException | IOException e) {
        return "this Quarkus is not like the known ones";
      }
    }

    /** Says whether it was written and cannot be written again; objects can. */
    private boolean isSpent(@Nullable Object body) throws ReflectiveOperationException {
      if (body != null && body.getClass().getName().endsWith(".QuarkusMultipartForm")) {
        for (Object part : (Iterable<?>) body) {
          if (call(part, "multiByteContent") instanceof Flow.Publisher
              || isStream((Class<?>) call(part, "getType"))) {
            return true;
          }
        }
      }
      return body != null && isStream(body.getClass());
    }

    private static boolean isStream(@Nullable Class<?> type) {
      return type != null
          && (InputStream.class.isAssignableFrom(type)
              || Reader.class.isAssignableFrom(type)
              || Flow.Publisher.class.isAssignableFrom(type));
    }
  }
}
