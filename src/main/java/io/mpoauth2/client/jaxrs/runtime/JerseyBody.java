package io.mpoauth2.client.jaxrs.runtime;

import jakarta.ws.rs.client.ClientRequestContext;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A request's body as Jersey gives it to a connector, and the headers that go with it. Interceptors
 * may add some, and a connector takes them at a moment of its own: Apache's before they run, others
 * at the first byte or when all is written. So they are noted at each of these, by what stands
 * between Jersey and its writers, and the second time they change at the same moments.
 */
final class JerseyBody {
  private final JerseyMembers members;
  private final ClientRequestContext request;
  private final int limit;
  private final Object writers;
  private final Class<?> type;

  private @Nullable Object ownTypes;
  private @Nullable JerseyHeaders before;
  private @Nullable JerseyHeaders atFirstByte;
  private @Nullable JerseyHeaders behind;
  private volatile @Nullable BodyCopy copy;

  /** Another thread may write than the one that gets the answer. */
  private volatile boolean written;

  private JerseyBody(JerseyMembers members, ClientRequestContext request, int limit) {
    this.members = members;
    this.request = request;
    this.limit = limit;
    this.writers = members.workers(request);
    this.type = request.getEntity().getClass();
  }

  /**
   * Notes the body of a request that is to be sent.
   *
   * @param limit the largest body in bytes that is kept
   */
  static JerseyBody of(JerseyMembers members, ClientRequestContext request, int limit) {
    JerseyBody body = new JerseyBody(members, request, limit);
    members.setWorkers(request, (proxy, method, arguments) -> body.first(method, none(arguments)));
    return body;
  }

  /**
   * Says how far it was written; a writer that throws has its stream closed by Jersey all the same.
   */
  BodyCopy.State state() {
    BodyCopy all = copy;
    return written && all != null ? all.state() : BodyCopy.State.OPEN;
  }

  /** Says whether Apache's connector asks the entity itself how it wants to be sent. */
  boolean isApaches() {
    return isApaches(type);
  }

  private static boolean isApaches(@Nullable Class<?> type) {
    return type != null
        && (type.getName().equals("org.apache.hc.core5.http.HttpEntity")
            || isApaches(type.getSuperclass())
            || Arrays.stream(type.getInterfaces()).anyMatch(JerseyBody::isApaches));
  }

  /** Gives its bytes; null if they were too many. */
  byte @Nullable [] bytes() {
    BodyCopy all = copy;
    return all == null ? null : all.bytes();
  }

  void forget() {
    BodyCopy all = copy;
    if (all != null) {
      all.forget();
    }
  }

  /** Makes a copy of the request have this body and no other writer. */
  void addTo(ClientRequestContext second, byte[] bytes) {
    second.setEntity(bytes);
    noted(before).putInto(second);
    members.setWorkers(
        second,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getMessageBodyWriterMediaTypes" -> ownTypes;
              case "writeTo" -> {
                OutputStream out = streamIn(none(arguments));
                noted(atFirstByte).putInto(second);
                out.write(bytes);
                noted(behind).putInto(second);
                yield out;
              }
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private @Nullable Object first(Method method, Object[] arguments) throws Throwable {
    // Jersey writes an answer that another filter gave with them, too.
    if (method.getName().equals("writeTo") && members.target(request) != null) {
      return write(method, arguments);
    }
    if (method.getName().equals("getMessageBodyWriterMediaTypes")) {
      // Jersey adds a type where nobody else did, behind the back of Apache's connector.
      note();
      ownTypes = call(method, writers, arguments);
      return ownTypes;
    }
    return call(method, writers, arguments);
  }

  private @Nullable Object write(Method method, Object[] arguments) throws Throwable {
    note();
    Object target = members.target(request);
    members.setTarget(request, (proxy, asked, size) -> opened(call(asked, target, none(size))));
    try {
      Object stream = call(method, writers, arguments);
      behind = new JerseyHeaders(request);
      written = true;
      return stream;
    } finally {
      // The answer is read with them.
      members.setWorkers(request, writers);
    }
  }

  private void note() {
    if (before == null) {
      before = new JerseyHeaders(request);
    }
  }

  private @Nullable Object opened(@Nullable Object stream) {
    if (stream instanceof OutputStream connectors) {
      atFirstByte = new JerseyHeaders(request);
      BodyCopy all = new BodyCopy(connectors, limit);
      copy = all;
      return all;
    }
    return stream;
  }

  private static JerseyHeaders noted(@Nullable JerseyHeaders headers) {
    if (headers == null) {
      throw new IllegalStateException("a body that was written has no headers");
    }
    return headers;
  }

  private static OutputStream streamIn(Object[] arguments) {
    for (Object argument : arguments) {
      if (argument instanceof OutputStream stream) {
        return stream;
      }
    }
    throw new IllegalStateException("Jersey has nowhere to write to");
  }

  private static Object[] none(Object @Nullable [] arguments) {
    return arguments == null ? new Object[0] : arguments;
  }

  private static @Nullable Object call(Method method, @Nullable Object of, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(of, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
