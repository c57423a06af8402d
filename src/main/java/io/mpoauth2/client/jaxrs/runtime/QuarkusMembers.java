package io.mpoauth2.client.jaxrs.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The members of Quarkus REST (3.x) that are reached by reflection, because nobody else has them;
 * found once for a client. What a version lacks is null: the rest works without it. Whoever adds
 * one here adds it to {@code META-INF/native-image} too.
 *
 * @param request the class of the request's context
 * @param suspension how a request is put aside
 * @param chain how a request is sent again
 * @param isBlockingAllowed says whether a thread may wait
 */
record QuarkusMembers(
    Class<?> request,
    @Nullable Suspension suspension,
    @Nullable QuarkusChain chain,
    @Nullable Method isBlockingAllowed) {
  private static final String COMMON = "org.jboss.resteasy.reactive.common.";

  /**
   * How a request is put aside and taken up again.
   *
   * @param suspend of the request's context, as the others are
   * @param resume goes on
   * @param fail goes on with a failure
   */
  record Suspension(Method suspend, Method resume, Method fail) {
    static @Nullable Suspension of(Class<?> request) {
      try {
        return new Suspension(
            request.getMethod("suspend"),
            request.getMethod("resume"),
            request.getMethod("resume", Throwable.class));
      } catch (ReflectiveOperationException | LinkageError e) {
        return null;
      }
    }
  }

  /** Finds those of the version that a request comes from. */
  static QuarkusMembers of(Class<?> request) {
    return new QuarkusMembers(
        request, Suspension.of(request), QuarkusChain.of(request), blocking(request));
  }

  private static @Nullable Method blocking(Class<?> request) {
    try {
      return type(request, COMMON + "core.BlockingOperationSupport").getMethod("isBlockingAllowed");
    } catch (ReflectiveOperationException | LinkageError e) {
      return null;
    }
  }

  /** Gives a class of the version that another one is of. */
  static Class<?> type(Class<?> other, String name) throws ClassNotFoundException {
    return Class.forName(name, false, other.getClassLoader());
  }

  /**
   * Calls a member.
   *
   * @throws IllegalStateException if it failed with a checked exception
   */
  static @Nullable Object call(Method member, @Nullable Object target, @Nullable Object... with) {
    try {
      return member.invoke(target, with);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(member.getName() + " failed");
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(member.getName() + " may not be called");
    }
  }
}
