package io.mpoauth2.client.jaxrs.runtime;

import io.mpoauth2.client.token.ClientLog;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Jersey's {@code ClientRequest} can do beyond the Jakarta REST API: be copied, and tell its
 * connector, which carries it. By reflection, because there is no Jersey to link to on other
 * runtimes. All of it is public there but the way to the connector of the request; that of the
 * client is another one where a target has components of its own, and is not always there yet.
 */
final class JerseyRequest {
  private static final String REQUEST = "org.glassfish.jersey.client.ClientRequest";

  /**
   * Those that answer an asynchronous call on the thread it was given to them, and hold that until
   * the answer is there. Others answer on a thread that others need too, if only for the body of
   * the second request.
   */
  private static final Set<String> BLOCKING_CONNECTORS =
      Set.of(
          "org.glassfish.jersey.client.internal.HttpUrlConnector",
          "org.glassfish.jersey.apache.connector.ApacheConnector",
          "org.glassfish.jersey.apache5.connector.Apache5Connector");

  private final Class<?> type;
  private final Constructor<?> copy;
  private final Method runtime;
  private final Method connectorOfRuntime;
  private final Method apply;
  private final Method isAsynchronous;
  private final Method abortResponse;
  private final Method setWorkers;
  private final Class<?> workers;

  private JerseyRequest(Class<?> actual) throws ReflectiveOperationException {
    this.type = actual;
    Class<?> request = named(REQUEST, actual);
    this.copy = request.getConstructor(request);
    this.runtime = request.getDeclaredMethod("getClientRuntime");
    this.connectorOfRuntime = runtime.getReturnType().getMethod("getConnector");
    this.apply = connectorOfRuntime.getReturnType().getMethod("apply", request);
    this.isAsynchronous = request.getMethod("isAsynchronous");
    this.abortResponse = request.getMethod("getAbortResponse");
    this.workers = request.getMethod("getWorkers").getReturnType();
    this.setWorkers = request.getMethod("setWorkers", workers);
    runtime.setAccessible(true);
    connectorOfRuntime.setAccessible(true);
  }

  /** Finds it for the class of a request; null if this Jersey is not like the known ones. */
  static @Nullable JerseyRequest of(ClientRequestContext request, ClientLog log) {
    try {
      return new JerseyRequest(request.getClass());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      log.debug("this Jersey is not like the known ones: " + e);
      return null;
    }
  }

  boolean isOf(ClientRequestContext request) {
    return request.getClass() == type;
  }

  /** Says whether another filter gave the answer, and the request never left. */
  boolean isAborted(ClientRequestContext request) {
    return call(abortResponse, request) != null;
  }

  /** Says whether the thread that runs the response filters may wait for another answer. */
  boolean isAnsweredOnItsOwnThread(ClientRequestContext request) {
    return Boolean.FALSE.equals(call(isAsynchronous, request))
        || BLOCKING_CONNECTORS.contains(connector(request).getClass().getName());
  }

  /**
   * Sends a copy of a request, and waits for its answer.
   *
   * @param request as it is now: method, URI, headers, properties
   * @param body the bytes of its body; null if it has none
   * @return the answer as the transport gave it
   */
  ClientResponseContext sendCopy(ClientRequestContext request, byte @Nullable [] body) {
    ClientRequestContext second = (ClientRequestContext) copyOf(request);
    if (body != null) {
      second.setEntity(body);
      call(setWorkers, second, writing(body));
    }
    return (ClientResponseContext) there(call(apply, connector(request), second));
  }

  private Object copyOf(ClientRequestContext request) {
    try {
      return copy.newInstance(request);
    } catch (InvocationTargetException e) {
      throw asUnchecked(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Jersey's request cannot be copied", e);
    }
  }

  private Object connector(ClientRequestContext request) {
    return there(call(connectorOfRuntime, there(call(runtime, request))));
  }

  /**
   * Gives what writes the body in the place of all writers and interceptors. Nothing else is asked
   * of it: the media type is there already, and answers are not read with it.
   */
  private Object writing(byte[] body) {
    return Proxy.newProxyInstance(
        workers.getClassLoader(),
        new Class<?>[] {workers},
        (proxy, method, arguments) -> {
          if (method.getName().equals("writeTo") && arguments != null) {
            for (Object argument : arguments) {
              if (argument instanceof OutputStream stream) {
                stream.write(body);
                return stream;
              }
            }
          }
          throw new UnsupportedOperationException(method.getName());
        });
  }

  private static Class<?> named(String name, Class<?> from) throws ClassNotFoundException {
    for (Class<?> type = from; type != null; type = type.getSuperclass()) {
      if (type.getName().equals(name)) {
        return type;
      }
    }
    throw new ClassNotFoundException(name);
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
      throw new ProcessingException("Jersey has no connector for a request that it sent");
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
