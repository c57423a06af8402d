package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.Entity;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A request of Quarkus REST (3.x), which handles it in a chain of handlers, mostly on an event
 * loop. Nobody may wait there, but a request can be put aside until there is a token; and it is
 * sent again by going back in its own chain to where our filter left it, so that it has the user's
 * connections, TLS set-up and timeouts. By reflection, because none of that is on other runtimes.
 */
final class QuarkusRequest implements BiConsumer<@Nullable AccessToken, @Nullable Throwable> {
  private final ClientBinding binding;
  private final ClientRequestContext request;

  /** What runs the chain; null on a Quarkus that is not like the known ones. */
  private @Nullable Object context;

  private @Nullable Object chain;
  private @Nullable Object position;

  /** Takes down where the chain is now. */
  QuarkusRequest(ClientBinding binding, ClientRequestContext request) {
    this.binding = binding;
    this.request = request;
    try {
      Object its = call(request, "getRestClientRequestContext");
      chain = call(its, "getHandlers");
      position = call(its, "getPosition");
      context = its;
    } catch (ReflectiveOperationException e) {
      // Told when there is something to send again.
    }
  }

  static boolean isOne(Class<?> request) {
    return request.getName().startsWith("org.jboss.resteasy.reactive.client.");
  }

  /** Sends the request as soon as there is a token; it fails if none can be had. */
  void send() {
    CompletionStage<AccessToken> answer = binding.provider.tokenAsync();
    CompletableFuture<AccessToken> token = answer.toCompletableFuture();
    if (token.isDone() && !token.isCompletedExceptionally()) {
      BearerTokenFilter.send(token.join(), binding, request, this);
      return;
    }
    suspend();
    answer.whenComplete(this);
  }

  @Override
  public void accept(@Nullable AccessToken token, @Nullable Throwable failure) {
    Throwable reason = failure == null ? null : reason(failure);
    try {
      if (token != null) {
        BearerTokenFilter.send(token, binding, request, this);
      }
    } catch (RuntimeException e) {
      reason = e;
    }
    resume(reason);
  }

  /** Keeps a body that can be read only once; others are objects, which Quarkus writes again. */
  void keepBody() {
    int limit = binding.settings.replayBuffer;
    try {
      if (context != null
          && call(context, "getEntity") instanceof Entity<?> entity
          && entity.getEntity() instanceof InputStream once) {
        InputStream body = new BufferedInputStream(once);
        // One more, or a body of just this size would be let go of at its end.
        body.mark(Math.max(limit, limit + 1));
        // Not as Jakarta REST has it: that would lose the encoding.
        Entity<?> kept = Entity.entity(body, entity.getVariant(), entity.getAnnotations());
        context.getClass().getMethod("setEntity", Entity.class).invoke(context, kept);
      }
    } catch (ReflectiveOperationException e) {
      // Told when there is something to send again.
    }
  }

  /**
   * Has the request sent once more when the chain goes on.
   *
   * @return false if it can't be; nothing has changed then
   */
  boolean sendAgain(AccessToken other) {
    Object its = context;
    Object body = request.getEntity();
    if (its == null || body instanceof Flow.Publisher) {
      return false;
    }
    try {
      Class<?> type = its.getClass();
      Method restart = type.getMethod("restart", type.getMethod("getHandlers").getReturnType());
      if (body instanceof InputStream kept) {
        kept.reset();
      }
      type.getMethod("setAbortHandlerChainStarted", boolean.class).invoke(its, false);
      restart.invoke(its, chain);
      type.getMethod("setPosition", int.class).invoke(its, position);
    } catch (ReflectiveOperationException | IOException e) {
      return false;
    }
    Attempt again = binding.share(other);
    again.addTo(request);
    request.setProperty(Attempt.PROPERTY, again);
    return true;
  }

  /**
   * Says whether this thread may wait. It may in a response filter of a method that returns a
   * {@code Response}: Quarkus puts the request aside itself there, and takes it up again whether we
   * have put it aside or not.
   */
  boolean mayWait() {
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

  void suspend() {
    tell("suspend", null);
  }

  void resume(@Nullable Throwable failure) {
    tell("resume", failure);
  }

  static Throwable reason(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }

  private void tell(String method, @Nullable Throwable failure) {
    try {
      if (failure == null) {
        call(request, method);
      } else {
        request.getClass().getMethod(method, Throwable.class).invoke(request, failure);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object call(Object target, String method) throws ReflectiveOperationException {
    return target.getClass().getMethod(method).invoke(target);
  }
}
