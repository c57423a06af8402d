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
 * <p>What is taken out is made anew by RESTEasy if it is asked for again. Where anything is not as
 * it is known here, nothing happens.
 */
@Dependent
final class ResteasyListeners {
  private static final String NAME = "org.jboss.resteasy.microprofile.client.RestClientListeners";

  private ResteasyListeners() {}

  static void ending(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
    forget();
  }

  private static void forget() {
    try {
      Class<?> listeners =
          Class.forName(
              NAME, false, RestClientBuilderResolver.instance().getClass().getClassLoader());
      Field field = listeners.getDeclaredField("map");
      field.setAccessible(true);
      if (field.get(null) instanceof Map<?, ?> map) {
        map.entrySet()
            .removeIf(entry -> isOfThisApplication(entry.getKey()) && hasOurs(entry.getValue()));
      }
    } catch (ReflectiveOperationException
        | RuntimeException
        | LinkageError
        | ServiceConfigurationError e) {
      // Another implementation or another version of it, or none at all.
    }
  }

  /**
   * The loader of the library itself, which is the application's if the jar is in it; or the one
   * that a server, Open Liberty for one, puts before that for the application's threads.
   */
  private static boolean isOfThisApplication(@Nullable Object loader) {
    return loader == own()
        || (loader == Thread.currentThread().getContextClassLoader() && descends(loader));
  }

  private static boolean descends(@Nullable Object loader) {
    for (Object at = loader; at instanceof ClassLoader some; at = some.getParent()) {
      if (at == own()) {
        return true;
      }
    }
    return false;
  }

  private static ClassLoader own() {
    return ResteasyListeners.class.getClassLoader();
  }

  private static boolean hasOurs(@Nullable Object listeners) {
    return listeners instanceof Collection<?> several
        && several.stream().anyMatch(OAuth2ClientListener.class::isInstance);
  }
}
