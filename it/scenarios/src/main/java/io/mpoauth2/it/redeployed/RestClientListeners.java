package io.mpoauth2.it.redeployed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * RESTEasy keeps the listeners of an application in a static {@code WeakHashMap}, by class loader.
 * What it has for a loader holds the loader, so it keeps each application that has a listener,
 * whoever wrote that. Whether an application stays for another reason shows only when it is out of
 * the way.
 */
@ApplicationScoped
public class RestClientListeners {
  private static final String NAME = "org.jboss.resteasy.microprofile.client.RestClientListeners";

  void forget(@Observes @BeforeDestroyed(ApplicationScoped.class) Object ending)
      throws ReflectiveOperationException {
    ClassLoader resteasy = RestClientBuilder.newBuilder().getClass().getClassLoader();
    Field map = resteasy.loadClass(NAME).getDeclaredField("map");
    map.setAccessible(true);
    Collection<?> kept = ((Map<?, ?>) map.get(null)).values();
    kept.removeIf(RestClientListeners::hasOwn);
  }

  private static boolean hasOwn(Object listeners) {
    ClassLoader own = RestClientListeners.class.getClassLoader();
    return ((Collection<?>) listeners)
        .stream().anyMatch(listener -> listener.getClass().getClassLoader() == own);
  }
}
