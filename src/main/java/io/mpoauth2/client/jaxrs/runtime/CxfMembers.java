package io.mpoauth2.client.jaxrs.runtime;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of CXF that a second request needs, found once. By reflection, because there is no
 * CXF to link to on other runtimes. All are public but for one field: other response filters would
 * read the first answer's headers there.
 */
final class CxfMembers {
  final Class<?> message;
  final Class<?> exchange;
  final Class<?> interceptor;
  final Method messageOf;
  final Method exchangeOf;
  final Method setExchange;
  final Method chainOf;
  final Method content;
  final Method setContent;
  final Method contextual;
  final Method abort;
  final Method add;
  final Method inMessage;
  final Method setOutMessage;
  final Method setSynchronous;
  final Method prepare;
  final Method close;
  final Method observer;
  final Method thresholdNotReached;
  final Method unBuffer;
  private final Constructor<?> newMessage;
  private final Constructor<?> copyExchange;
  private final Field response;

  /**
   * Finds them all.
   *
   * @throws ReflectiveOperationException if this CXF is not like the known ones
   */
  CxfMembers(Class<?> context) throws ReflectiveOperationException {
    ClassLoader loader = context.getClassLoader();
    message = Class.forName("org.apache.cxf.message.Message", false, loader);
    exchange = Class.forName("org.apache.cxf.message.Exchange", false, loader);
    interceptor = Class.forName("org.apache.cxf.phase.PhaseInterceptor", false, loader);
    Class<?> chain = Class.forName("org.apache.cxf.interceptor.InterceptorChain", false, loader);
    Class<?> conduit = Class.forName("org.apache.cxf.transport.Conduit", false, loader);
    Class<?> exchangeImpl = Class.forName("org.apache.cxf.message.ExchangeImpl", true, loader);
    messageOf = context.getMethod("getMessage");
    exchangeOf = message.getMethod("getExchange");
    setExchange = message.getMethod("setExchange", exchange);
    chainOf = message.getMethod("getInterceptorChain");
    content = message.getMethod("getContent", Class.class);
    setContent = message.getMethod("setContent", Class.class, Object.class);
    contextual = message.getMethod("getContextualProperty", String.class);
    abort = chain.getMethod("abort");
    add =
        chain.getMethod(
            "add", Class.forName("org.apache.cxf.interceptor.Interceptor", false, loader));
    inMessage = exchange.getMethod("getInMessage");
    setOutMessage = exchange.getMethod("setOutMessage", message);
    setSynchronous = exchange.getMethod("setSynchronous", boolean.class);
    prepare = conduit.getMethod("prepare", message);
    close = conduit.getMethod("close", message);
    observer = conduit.getMethod("getMessageObserver");
    Class<?> buffering =
        Class.forName("org.apache.cxf.io.AbstractThresholdOutputStream", false, loader);
    thresholdNotReached = buffering.getMethod("thresholdNotReached");
    unBuffer = buffering.getMethod("unBuffer");
    newMessage = Class.forName("org.apache.cxf.message.MessageImpl", true, loader).getConstructor();
    copyExchange = exchangeImpl.getConstructor(exchangeImpl);
    response =
        Class.forName("org.apache.cxf.jaxrs.impl.AbstractResponseContextImpl", false, loader)
            .getDeclaredField("r");
    response.setAccessible(true);
  }

  Object newMessage() throws IOException {
    return made(newMessage);
  }

  Object copyOf(Object itsExchange) throws IOException {
    return made(copyExchange, itsExchange);
  }

  /** Gives what the answer's context shows to filters beside the message. */
  Response response(Object context) throws IOException {
    try {
      return (Response) response.get(context);
    } catch (IllegalAccessException e) {
      throw new IOException(e);
    }
  }

  /** Messages and exchanges are maps of their properties. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> properties(Object message) {
    return (Map<String, Object>) message;
  }

  /** Calls a method that gives something back. */
  static Object get(Method method, Object target, Object... arguments) throws IOException {
    Object got = call(method, target, arguments);
    if (got == null) {
      throw new IOException(method.getName() + " gave nothing");
    }
    return got;
  }

  /** Calls a method; what it throws comes out as it is. */
  static @Nullable Object call(Method method, Object target, @Nullable Object... arguments)
      throws IOException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw thrownBy(e);
    } catch (IllegalAccessException e) {
      throw new IOException(e);
    }
  }

  private static Object made(Constructor<?> constructor, Object... arguments) throws IOException {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw thrownBy(e);
    } catch (ReflectiveOperationException e) {
      throw new IOException(e);
    }
  }

  private static IOException thrownBy(InvocationTargetException e) {
    Throwable cause = e.getCause();
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException failed ? failed : new IOException(cause);
  }
}
