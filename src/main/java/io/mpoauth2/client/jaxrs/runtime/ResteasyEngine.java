package io.mpoauth2.client.jaxrs.runtime;

import io.mpoauth2.client.token.ClientLog;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * RESTEasy 6 and later (WildFly, Open Liberty): a second client over the HTTP engine of the user's.
 *
 * <p>The MicroProfile client of RESTEasy cannot send again by itself: its own filters fail with a
 * NullPointerException on any request that no interface method made. But its engine, which holds
 * the connections, the TLS set-up, the proxy and the timeouts, is in RESTEasy's public API, and a
 * client built over it has all of that and none of the user's filters. By reflection, because there
 * is no RESTEasy to link to on other runtimes.
 */
final class ResteasyEngine {
  private static final String CLIENT =
      "org.jboss.resteasy.client.jaxrs.internal.ResteasyClientImpl";
  private static final String BUILDER =
      "org.jboss.resteasy.client.jaxrs.internal.ResteasyClientBuilderImpl";

  /** An engine that gives answers to its own threads, which nobody may hold up. */
  private static final String ASYNCHRONOUS =
      "org.jboss.resteasy.client.jaxrs.engines.AsyncClientHttpEngine";

  /** The getter of the one and the setter of the other. */
  private static final String ENGINE = "httpEngine";

  private ResteasyEngine() {}

  /** Gives the client of a request if it is RESTEasy's; else null, also where nobody can tell. */
  static @Nullable Client client(ClientRequestContext request) {
    try {
      Client client = request.getClient();
      return client == null || clientClass(client) == null ? null : client;
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** Says whether a part is RESTEasy's own, and not one of the user's that it was given. */
  static boolean isItsOwn(@Nullable Object part) {
    return part != null && part.getClass().getName().startsWith("org.jboss.resteasy.");
  }

  /**
   * Says whether an engine is known and holds its caller until the answer is there. One of the
   * user's may look at the client's properties, which a second client does not have.
   */
  static boolean sendsAgainFor(Client client) {
    try {
      Method getter = engineGetter(client);
      Object engine = getter.invoke(client);
      ClassLoader loader = getter.getDeclaringClass().getClassLoader();
      return isItsOwn(engine) && !Class.forName(ASYNCHRONOUS, false, loader).isInstance(engine);
    } catch (ReflectiveOperationException | LinkageError e) {
      return false;
    }
  }

  /**
   * Gives another client over the engine of the user's, with one filter alone, behind those of the
   * class path.
   *
   * @return null if this RESTEasy is not like the known ones
   */
  static @Nullable Client clientOver(Client users, ClientRequestFilter last, ClientLog log) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      Method engine = engineGetter(users);
      ClassLoader loader = engine.getDeclaringClass().getClassLoader();
      // RESTEasy looks for its providers with it; an asynchronous call may have none.
      thread.setContextClassLoader(loader);
      Class<?> builderClass = Class.forName(BUILDER, true, loader);
      Object builder = builderClass.getConstructor().newInstance();
      builderClass.getMethod(ENGINE, engine.getReturnType()).invoke(builder, engine.invoke(users));
      return ((ClientBuilder) builder).register(last, Integer.MAX_VALUE).build();
    } catch (ReflectiveOperationException | LinkageError e) {
      log.debug("this RESTEasy is not like the known ones: " + e);
      return null;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Says whether two clients share an engine. */
  static boolean isShared(Client one, Client other) {
    try {
      return engineGetter(one).invoke(one) == engineGetter(other).invoke(other);
    } catch (ReflectiveOperationException e) {
      // One of them is closed, say.
      return false;
    }
  }

  private static @Nullable Class<?> clientClass(Client client) {
    Class<?> type = client.getClass();
    while (type != null && !type.getName().equals(CLIENT)) {
      type = type.getSuperclass();
    }
    return type;
  }

  private static Method engineGetter(Client client) throws ReflectiveOperationException {
    Class<?> type = clientClass(client);
    if (type == null) {
      throw new ClassNotFoundException(CLIENT);
    }
    return type.getMethod(ENGINE);
  }
}
