package io.mpoauth2.client.jaxrs.runtime;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.Configurable;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a filter is registered with a client. Quarkus REST (3.x) gives each answer to a worker thread
 * and back for a response filter without its marker, which costs several times what the filter
 * does; ours never waits on an event loop. The marker's class is Quarkus' own, so what has it is
 * made where that is found.
 */
public final class Registration {
  /**
   * The client's property that holds the filter whose tokens go with its requests, or {@link
   * TokensByMethod}. So every filter finds them, however it was registered and whoever made it.
   */
  public static final String TOKENS = "io.mpoauth2.client.tokens";

  /** The property's value for an interface that says nothing, though a filter is there. */
  public static final Object NO_TOKENS = "none";

  /** The property's value for an interface that is to go without, whatever filter is there. */
  public static final Object WITHOUT_TOKENS = "without";

  private static final String MARKER =
      "org.jboss.resteasy.reactive.client.impl.PreservesThreadClientResponseFilter";

  private Registration() {}

  /**
   * Registers a filter that sees requests and answers.
   *
   * @param <F> both kinds of filter
   * @param client a client, its builder for example
   * @param filter the filter
   * @param priority its priority
   */
  public static <F extends ClientRequestFilter & ClientResponseFilter> void of(
      Configurable<?> client, F filter, int priority) {
    ClientResponseFilter marked = marked(client, filter);
    if (marked == null) {
      client.register(filter, priority);
    } else {
      client.register(filter, Map.of(ClientRequestFilter.class, priority));
      client.register(marked, Map.of(ClientResponseFilter.class, priority));
    }
  }

  private static @Nullable ClientResponseFilter marked(
      Configurable<?> client, ClientResponseFilter filter) {
    Class<?> configuration = client.getConfiguration().getClass();
    if (!configuration.getName().startsWith("org.jboss.resteasy.reactive.")) {
      return null;
    }
    try {
      Class<?> marker = Class.forName(MARKER, false, configuration.getClassLoader());
      return (ClientResponseFilter)
          Proxy.newProxyInstance(
              marker.getClassLoader(),
              new Class<?>[] {marker},
              (self, method, arguments) -> answer(filter, self, method, arguments));
    } catch (ClassNotFoundException | LinkageError | IllegalArgumentException e) {
      // Another version: it works, at the price.
      return null;
    }
  }

  private static @Nullable Object answer(
      ClientResponseFilter filter, Object self, Method method, Object @Nullable [] arguments)
      throws IOException {
    if (arguments != null && arguments.length == 2) {
      filter.filter((ClientRequestContext) arguments[0], (ClientResponseContext) arguments[1]);
      return null;
    }
    return switch (method.getName()) {
      case "equals" -> arguments != null && self == arguments[0];
      case "hashCode" -> System.identityHashCode(self);
      default -> filter.toString();
    };
  }
}
