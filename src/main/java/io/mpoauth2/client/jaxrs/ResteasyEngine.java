package io.mpoauth2.client.jaxrs;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Optional;
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

  private final Object engine;
  private final Client client;

  private ResteasyEngine(Object engine, Client client) {
    this.engine = engine;
    this.client = client;
  }

  static boolean isUsedBy(Client client) {
    return clientClass(client) != null;
  }

  /**
   * Gives the engine of a client, and another client over it.
   *
   * @param users the user's client
   * @param filter the only filter of the other client
   * @return empty if this RESTEasy is not like the known ones
   */
  static Optional<ResteasyEngine> of(Client users, ClientRequestFilter filter) {
    Class<?> clientClass = clientClass(users);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      if (clientClass == null) {
        return Optional.empty();
      }
      // RESTEasy looks for its providers with it; an asynchronous call may have none.
      thread.setContextClassLoader(clientClass.getClassLoader());
      Object engine = engineOf(users, clientClass);
      Class<?> builderClass = Class.forName(BUILDER, true, clientClass.getClassLoader());
      Object builder = builderClass.getConstructor().newInstance();
      setter(builderClass, "httpEngine").invoke(builder, engine);
      Client client = ((ClientBuilder) builder).register(filter, Integer.MAX_VALUE).build();
      return Optional.of(new ResteasyEngine(engine, client));
    } catch (ReflectiveOperationException | LinkageError e) {
      System.Logger logger = System.getLogger("io.mpoauth2.client");
      logger.log(
          Level.WARNING, "this RESTEasy is not like the known ones: no retry after a 401", e);
      return Optional.empty();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  boolean isOf(Client users) {
    Class<?> clientClass = clientClass(users);
    try {
      return clientClass != null && engine == engineOf(users, clientClass);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  Client client() {
    return client;
  }

  private static @Nullable Class<?> clientClass(Client client) {
    Class<?> type = client.getClass();
    while (type != null && !type.getName().equals(CLIENT)) {
      type = type.getSuperclass();
    }
    return type;
  }

  private static Object engineOf(Client client, Class<?> clientClass)
      throws ReflectiveOperationException {
    return clientClass.getMethod("httpEngine").invoke(client);
  }

  private static Method setter(Class<?> builder, String name) throws NoSuchMethodException {
    for (Method method : builder.getMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == 1) {
        return method;
      }
    }
    throw new NoSuchMethodException(builder.getName() + "." + name);
  }
}
