package io.mpoauth2.client.jaxrs.runtime;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.InputStream;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.HttpURLConnection;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The members of Jersey's {@code ClientRequest} that a second request needs, as 3.1.10 and the
 * 4.0.0 of Payara Micro 7 have them. By reflection, because there is no Jersey to link to on other
 * runtimes. Three of them are not public: the way to the connector of the request (that of the
 * client is another one where a target has components of its own), and that to the place where a
 * body leaves Jersey, which lies below whatever stream a filter put in.
 */
final class JerseyMembers {
  private static final String REQUEST = "org.glassfish.jersey.client.ClientRequest";

  private final Constructor<?> copy;
  private final Method clientRuntime;
  private final Method connector;
  private final Method apply;
  private final Method isAsynchronous;
  private final Method abortResponse;
  private final Method answeredBy;
  private final Method workers;
  private final Method setWorkers;
  private final Field lowestStream;
  private final Field target;

  /**
   * Finds them all.
   *
   * @throws ReflectiveOperationException if this Jersey is not like the known ones
   */
  JerseyMembers(Class<?> requestContext) throws ReflectiveOperationException {
    Class<?> request = named(REQUEST, requestContext);
    copy = request.getConstructor(request);
    clientRuntime = opened(request.getDeclaredMethod("getClientRuntime"));
    connector = opened(clientRuntime.getReturnType().getMethod("getConnector"));
    apply = connector.getReturnType().getMethod("apply", request);
    isAsynchronous = request.getMethod("isAsynchronous");
    abortResponse = request.getMethod("getAbortResponse");
    answeredBy =
        Class.forName("org.glassfish.jersey.client.ClientResponse", false, request.getClassLoader())
            .getMethod("getResolvedRequestUri");
    workers = request.getMethod("getWorkers");
    setWorkers = request.getMethod("setWorkers", workers.getReturnType());
    lowestStream = opened(request.getSuperclass().getDeclaredField("committingOutputStream"));
    target = opened(lowestStream.getType().getDeclaredField("streamProvider"));
  }

  private static <T extends AccessibleObject> T opened(T member) {
    member.setAccessible(true);
    return member;
  }

  private static Class<?> named(String name, Class<?> from) throws ClassNotFoundException {
    for (Class<?> type = from; type != null; type = type.getSuperclass()) {
      if (type.getName().equals(name)) {
        return type;
      }
    }
    throw new ClassNotFoundException(name);
  }

  /** Says whether another filter gave the answer, and the request never left. */
  boolean isAborted(ClientRequestContext request) {
    return call(abortResponse, request) != null;
  }

  /**
   * Says whether the connector followed a redirect, one to the same address too, as after a POST
   * that was accepted. A connector that follows none leaves the address of the request in the
   * answer, the very object; Jersey's own always has its connection's, whose method changes then.
   */
  boolean isSentOn(ClientRequestContext request, ClientResponseContext answer) {
    URI asked = request.getUri();
    Object answered = call(answeredBy, answer);
    return answered != asked
        && !(asked.equals(answered)
            && request.getMethod().equals(methodOfConnection(answer.getEntityStream())));
  }

  /** Gives how the answer was asked for; null where it did not come by HttpURLConnection. */
  private static @Nullable String methodOfConnection(@Nullable InputStream body) {
    if (body == null) {
      return null;
    }
    try {
      for (Field field : body.getClass().getDeclaredFields()) {
        if (field.getType() == HttpURLConnection.class
            && opened(field).get(body) instanceof HttpURLConnection connection) {
          return connection.getRequestMethod();
        }
      }
      return null;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Jersey does not let its connection be seen", e);
    }
  }

  boolean isAsynchronous(ClientRequestContext request) {
    return Boolean.TRUE.equals(call(isAsynchronous, request));
  }

  /** Gives what carries the request. */
  Object connector(ClientRequestContext request) {
    return there(call(connector, there(call(clientRuntime, request))));
  }

  /** Gives the same request once more: URI, method, headers, entity, properties. */
  ClientRequestContext copyOf(ClientRequestContext request) {
    try {
      return (ClientRequestContext) copy.newInstance(request);
    } catch (InvocationTargetException e) {
      throw asUnchecked(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Jersey's request cannot be copied", e);
    }
  }

  /** Gives the answer as the transport has it, past everything of the user's. */
  ClientResponseContext send(ClientRequestContext request) {
    return (ClientResponseContext) there(call(apply, connector(request), request));
  }

  /** Gives what writes entities. */
  Object workers(ClientRequestContext request) {
    return there(call(workers, request));
  }

  void setWorkers(ClientRequestContext request, Object other) {
    call(setWorkers, request, other);
  }

  void setWorkers(ClientRequestContext request, InvocationHandler other) {
    setWorkers(request, proxy(workers.getReturnType(), other));
  }

  /** Gives where the body goes, as the connector said; null if it was not asked to send it. */
  @Nullable Object target(ClientRequestContext request) throws ReflectiveOperationException {
    return target.get(lowestStream.get(request));
  }

  void setTarget(ClientRequestContext request, InvocationHandler other)
      throws ReflectiveOperationException {
    target.set(lowestStream.get(request), proxy(target.getType(), other));
  }

  private static Object proxy(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private static @Nullable Object call(Method method, Object of, Object... arguments) {
    try {
      return method.invoke(of, arguments);
    } catch (InvocationTargetException e) {
      throw asUnchecked(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Jersey does not let " + method.getName() + " be called", e);
    }
  }

  private static Object there(@Nullable Object part) {
    if (part == null) {
      throw new IllegalStateException("Jersey lacks a part of a request that it sent");
    }
    return part;
  }

  private static RuntimeException asUnchecked(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked ? unchecked : new ProcessingException(cause);
  }
}
