package io.mpoauth2.client.jaxrs.runtime;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request of CXF on its way. CXF sends a request and handles its answer inside {@code
 * close()}; and who writes a body may close it, at its end or because something failed. So a close
 * is held back until the interceptor chain has left the writers behind: that is the body's end, and
 * CXF itself would close it next.
 */
final class CxfBody extends FilterOutputStream {
  /** Behind all that writes, before CXF closes the stream. */
  private static final String PHASE = "write-ending";

  private static final String HEADERS = "org.apache.cxf.message.Message.PROTOCOL_HEADERS";

  private final BodyCopy copy;
  private final Map<String, Object> message;
  private @Nullable Map<String, List<Object>> headersAtStart;
  private volatile @Nullable Map<String, List<Object>> headersAtEnd;
  private boolean closed;

  private CxfBody(BodyCopy copy, Map<String, Object> message) {
    super(copy);
    this.copy = copy;
    this.message = message;
  }

  /** Makes a stream that writes to {@code out} and keeps a copy. */
  static CxfBody over(OutputStream out, int limit, CxfMembers cxf, Object message)
      throws IOException {
    CxfBody body = new CxfBody(new BodyCopy(out, limit), CxfMembers.properties(message));
    Object interceptor =
        Proxy.newProxyInstance(
            cxf.interceptor.getClassLoader(),
            new Class<?>[] {cxf.interceptor},
            (proxy, method, arguments) -> body.asInterceptor(proxy, method, arguments));
    CxfMembers.call(cxf.add, CxfMembers.get(cxf.chainOf, message), interceptor);
    return body;
  }

  /** Gives a request's headers as they are now, in a map of its own. */
  @SuppressWarnings("unchecked")
  static Map<String, List<Object>> headers(Map<String, Object> message) {
    Map<String, List<Object>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (message.get(HEADERS) instanceof Map<?, ?> headers) {
      ((Map<String, List<Object>>) headers)
          .forEach((name, values) -> copy.put(name, new ArrayList<>(values)));
    }
    return copy;
  }

  /** Says why it cannot be sent again; null if it can. */
  @Nullable String obstacle(String limitProperty) {
    Map<String, List<Object>> start = headersAtStart;
    Map<String, List<Object>> end = headersAtEnd;
    if (end == null || copy.state() == BodyCopy.State.BROKEN) {
      return "its body was not written to its end";
    }
    if (start != null && !start.equals(end)) {
      return "its headers were changed when its body was on its way";
    }
    return copy.bytes() == null
        ? "its body is larger than " + limitProperty + " and was not kept"
        : null;
  }

  byte @Nullable [] bytes() {
    return copy.bytes();
  }

  void forget() {
    copy.forget();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (headersAtStart == null) {
      headersAtStart = headers(message);
    }
    copy.write(bytes, from, length);
  }

  @Override
  public void close() throws IOException {
    if (headersAtEnd == null) {
      closed = true;
    } else {
      copy.close();
    }
  }

  private void end() throws IOException {
    headersAtEnd = headers(message);
    if (closed) {
      copy.close();
    }
  }

  private @Nullable Object asInterceptor(Object proxy, Method method, Object @Nullable [] arguments)
      throws IOException {
    switch (method.getName()) {
      case "handleMessage" -> end();
      case "getId" -> {
        return CxfBody.class.getName();
      }
      case "getPhase" -> {
        return PHASE;
      }
      case "getAfter", "getBefore" -> {
        return Set.of();
      }
      case "hashCode" -> {
        return System.identityHashCode(proxy);
      }
      case "equals" -> {
        return arguments != null && proxy == arguments[0];
      }
      case "toString" -> {
        return CxfBody.class.getName();
      }
      default -> {
        // A fault, which is CXF's; and there are no additional interceptors.
      }
    }
    return null;
  }
}
