package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.lang.reflect.Method;
import java.util.Objects;
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
  QuarkusRequest(ClientBinding binding, ClientRequestContext request) throws IOException {
    this.binding = binding;
    this.request = request;
    try {
      Object its = call(request, "getRestClientRequestContext");
      chain = call(its, "getHandlers");
      position = call(its, "getPosition");
      keepBody(its);
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
      if (reason == null) {
        BearerTokenFilter.send(Objects.requireNonNull(token), binding, request, this);
      }
    } catch (RuntimeException e) {
      reason = e;
    }
    resume(reason);
  }

  /**
   * Reads a stream up to the size that is kept, where the thread may wait for it; others are sent
   * as they are. Not as it is sent: a 401 may come before that is done.
   */
  private void keepBody(Object its) throws ReflectiveOperationException, IOException {
    if (binding.settings.retryUnauthorized()
        && call(its, "getEntity") instanceof Entity<?> entity
        && entity.getEntity() instanceof InputStream body
        && mayWait()) {
      int limit = binding.settings.replayBuffer();
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

  /**
   * Has the request sent once more when the chain goes on.
   *
   * @param first the answer that is done with
   * @return false if it can't be; it is not sent then
   */
  boolean sendAgain(AccessToken other, ClientResponseContext first) {
    Object its = context;
    try {
      if (its == null || isSpent(request.getEntity()) || call(its, "isAborted").equals(true)) {
        return false;
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
    } catch (ReflectiveOperationException | IOException e) {
      return false;
    }
    Attempt again = binding.share(other);
    again.addTo(request);
    request.setProperty(Attempt.PROPERTY, again);
    return true;
  }

  /** Says whether it was written and cannot be written again; objects can. */
  private static boolean isSpent(@Nullable Object body) throws ReflectiveOperationException {
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
      throw new IllegalStateException(
          "this Quarkus is not like the known ones: " + e.getClass().getName());
    }
  }

  private static Object call(Object target, String method) throws ReflectiveOperationException {
    return target.getClass().getMethod(method).invoke(target);
  }
}
