package io.mpoauth2.client.jaxrs.runtime;

import static io.mpoauth2.client.jaxrs.runtime.QuarkusMembers.call;
import static io.mpoauth2.client.jaxrs.runtime.QuarkusMembers.type;
import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.Entity;
import java.lang.reflect.Method;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The chain of handlers that a request of Quarkus REST goes through, by its members. */
record QuarkusChain(
    Method contextOf,
    Method handlers,
    Method restart,
    Method position,
    Method setPosition,
    Method failureHandlers,
    Method setFailureHandlers,
    Method setFailed,
    Method isAnsweredByFilter,
    Method entity,
    Method setEntity,
    Class<?> requestFilter,
    Class<?> form,
    Method typeOfPart,
    Method publisherOfPart) {
  private static final String CLIENT = "org.jboss.resteasy.reactive.client.";

  /**
   * A place in the chain of one request.
   *
   * @param handlers an array with all of them
   * @param position the next one
   * @param failureHandlers what they become when one fails
   */
  record Place(Object handlers, int position, Object failureHandlers) {}

  /** Finds the members; null if the version lacks one. */
  static @Nullable QuarkusChain of(Class<?> request) {
    try {
      Method contextOf = request.getMethod("getRestClientRequestContext");
      Class<?> context = contextOf.getReturnType();
      Method handlers = context.getMethod("getHandlers");
      Class<?> all = handlers.getReturnType();
      Class<?> part = type(request, CLIENT + "impl.multipart.QuarkusMultipartFormDataPart");
      return new QuarkusChain(
          contextOf,
          handlers,
          context.getMethod("restart", all),
          context.getMethod("getPosition"),
          context.getMethod("setPosition", int.class),
          context.getMethod("getAbortHandlerChain"),
          context.getMethod("setAbortHandlerChain", all),
          context.getMethod("setAbortHandlerChainStarted", boolean.class),
          context.getMethod("isAborted"),
          context.getMethod("getEntity"),
          context.getMethod("setEntity", Entity.class),
          type(request, CLIENT + "handlers.ClientRequestFilterRestHandler"),
          type(request, CLIENT + "impl.multipart.QuarkusMultipartForm"),
          part.getMethod("getType"),
          part.getMethod("multiByteContent"));
    } catch (ReflectiveOperationException | LinkageError e) {
      return null;
    }
  }

  Object context(ClientRequestContext request) {
    return requireNonNull(call(contextOf, request));
  }

  Place place(Object context) {
    return new Place(
        requireNonNull(call(handlers, context)),
        (int) requireNonNull(call(position, context)),
        requireNonNull(call(failureHandlers, context)));
  }

  /**
   * Goes to a place.
   *
   * @param failed whether the chain there is that of a failure
   */
  void goTo(Object context, Place place, boolean failed) {
    call(restart, context, place.handlers());
    call(setPosition, context, place.position());
    call(setFailureHandlers, context, place.failureHandlers());
    call(setFailed, context, failed);
  }

  /**
   * Gives the place where a request that was at {@code place} has all request filters behind it.
   */
  Place behindFilters(Place place) {
    int position = place.position();
    Object[] all = (Object[]) place.handlers();
    while (position < all.length && requestFilter.isInstance(all[position])) {
      position++;
    }
    return new Place(all, position, place.failureHandlers());
  }

  boolean isAnsweredByFilter(Object context) {
    return Boolean.TRUE.equals(call(isAnsweredByFilter, context));
  }

  @Nullable Entity<?> entity(Object context) {
    return (Entity<?>) call(entity, context);
  }

  /** Not as Jakarta REST has it: that would lose the encoding. */
  void setEntity(Object context, Entity<?> other) {
    call(setEntity, context, other);
  }

  boolean isForm(Object body) {
    return form.isInstance(body);
  }

  /** Gives the class of an object in a form; null for texts and files. */
  @Nullable Class<?> typeOfPart(Object part) {
    return (Class<?>) call(typeOfPart, part);
  }

  boolean isPublished(Object part) {
    return call(publisherOfPart, part) instanceof Flow.Publisher;
  }
}
