package io.mpoauth2.client.restclient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.ServiceConfigurationError;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderResolver;
import org.jspecify.annotations.Nullable;

/**
 * Takes the application's listener out of RESTEasy when the application ends. RESTEasy's
 * MicroProfile client keeps the listeners in a static {@code WeakHashMap} by class loader. A
 * listener holds the loader that it comes from, so an application that brings one would never go.
 *
 * <p>A listener of this very class comes from the jar that this one is in: where that is the
 * server's, other applications have it too, and RESTEasy makes what it misses anew. Where anything
 * is not as it is known here, nothing happens.
 */
@Dependent
final class ResteasyListeners {
  private static final String NAME = "org.jboss.resteasy.microprofile.client.RestClientListeners";

  static void ending(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
    try {
      Class<?> listeners =
          Class.forName(
              NAME, false, RestClientBuilderResolver.instance().getClass().getClassLoader());
      Field map = listeners.getDeclaredField("map");
      map.setAccessible(true);
      if (map.get(null) instanceof Map<?, ?> byLoader) {
        byLoader.values().removeIf(ResteasyListeners::hasOurs);
      }
    } catch (ReflectiveOperationException
        | RuntimeException
        | LinkageError
        | ServiceConfigurationError e) {
      // Another implementation or another version of it, or none at all.
    }
  }

  private static boolean hasOurs(@Nullable Object listeners) {
    return listeners instanceof Collection<?> several
        && several.stream().anyMatch(OAuth2ClientListener.class::isInstance);
  }
}
